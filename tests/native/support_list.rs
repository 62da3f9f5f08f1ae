//! For each support: the answers that bring it, the reason that is given for them, and the way to it, as a list that is read as a
//! whole. A reason may say only what its answers say.

use std::{env, fmt::Write as _, fs, path::Path};

use koyo_check::{
    app::{library::Words, state::Model},
    catalogue::{
        compile::this_content,
        schema::{Condition, Contact, DerivedNumber, Rule, Support, WayTool},
    },
    domain::{OptionId, QuestionId},
};

use crate::{fresh, subsidy_walks::words};

const LIST: &str = "tests/native/lists/supports.txt";
/// Set it to write the list anew.
const WRITE: &str = "KOYO_WRITE_LISTS";

#[test]
fn the_list_of_supports_is_what_the_content_says() {
    let now = list();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(LIST);
    if env::var_os(WRITE).is_some() {
        fs::write(&path, &now).expect("the list can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let differs = kept
        .lines()
        .zip(now.lines())
        .find(|(kept, now)| kept != now);
    assert!(
        kept == now,
        "{LIST} is old, first at {differs:?}: set {WRITE}=1, then read what changed"
    );
}

/// Where a question was left unanswered, no reason speaks of an answer to it.
#[test]
fn no_rule_fires_on_what_was_not_answered_alone() {
    for rule in &this_content().guidance.rules {
        assert!(needs_an_answer(&rule.when), "{}", rule.id);
    }
}

fn needs_an_answer(condition: &Condition) -> bool {
    match condition {
        Condition::All(all) => all.iter().any(needs_an_answer),
        Condition::Any(any) => any.iter().all(needs_an_answer),
        Condition::Not(_) | Condition::NotIn { .. } => false,
        _ => true,
    }
}

fn list() -> String {
    let (model, words) = (fresh(), words());
    let guidance = &this_content().guidance;
    let mut text = String::from(
        "支援策ごとに、それをすすめる答え、示す理由、相談への道。読み直すための一覧で、内容から作ります。\n",
    );
    for support in &guidance.supports {
        let say = |id| words.get(id);
        let _ = write!(text, "\n## {} {}\n", support.id, say(support.name));
        let _ = writeln!(
            text,
            "   相談先：{}　費用：{}",
            say(support.who),
            say(support.cost)
        );
        let _ = writeln!(text, "   次にすること：{}", say(support.next_step));
        let _ = writeln!(text, "   道：{}", way(support, &words));
        let _ = writeln!(text, "   こう伝えます：「{}」", say(support.way.say));
        if let Some(to_confirm) = support.to_confirm {
            let _ = writeln!(text, "   要確認：{}", say(to_confirm));
        }
        let rules = guidance.rules.iter();
        let mut rules: Vec<&Rule> = rules.filter(|rule| rule.recommend == support.id).collect();
        rules.sort_by_key(|rule| core::cmp::Reverse(rule.priority));
        for rule in rules {
            let when = answers(&rule.when, &model, &words);
            let _ = writeln!(text, "{} ({}) {when}", rule.id, rule.priority);
            let _ = writeln!(text, "   → {}", say(rule.reason));
            if let Some(to_confirm) = rule.to_confirm {
                let _ = writeln!(text, "   要確認：{}", say(to_confirm));
            }
        }
    }
    text
}

fn way(support: &Support, words: &Words) -> String {
    let way = &support.way;
    let contact = way.contact.map(|contact| match contact {
        Contact::Centre => "近いセンターの電話".to_owned(),
        Contact::ThroughCentre => "近いセンターが取り次ぐ".to_owned(),
    });
    let page = way.page.as_ref();
    let page = page.map(|page| format!("{} {}", words.get(page.title), page.address));
    let tool = way.tool.map(|tool| {
        let name = match tool {
            WayTool::Levy => "雇用率と納付金",
            WayTool::Workbench => "仕事の切り出し",
            WayTool::Adjustments => "職場の工夫",
            WayTool::Talk => "話し合いのシート",
            WayTool::Subsidies => "助成金",
        };
        format!("道具「{name}」")
    });
    let all: Vec<String> = [contact, page, tool].into_iter().flatten().collect();
    all.join("、")
}

fn answers(condition: &Condition, model: &Model, words: &Words) -> String {
    let joined = |all: &[Condition], with: &str| {
        let all: Vec<String> = all.iter().map(|one| answers(one, model, words)).collect();
        format!("（{}）", all.join(with))
    };
    match condition {
        Condition::All(all) => joined(all, " かつ "),
        Condition::Any(any) => joined(any, " または "),
        Condition::Not(one) => format!("{} でない", answers(one, model, words)),
        Condition::In { question, options } => {
            format!(
                "{}＝{}",
                asked(*question, model, words),
                said(*question, options, model, words)
            )
        }
        Condition::NotIn { question, options } => format!(
            "{}≠{}（答えていないときも）",
            asked(*question, model, words),
            said(*question, options, model, words)
        ),
        Condition::AtLeast {
            derived,
            hundredths,
        } => {
            format!("{}が{}以上", number(*derived), hundredths / 100)
        }
        Condition::Below {
            derived,
            hundredths,
        } => {
            format!("{}が{}未満", number(*derived), hundredths / 100)
        }
        Condition::HasFlag { flags } => format!("選んだ作業の印のどれか：{flags:?}"),
    }
}

fn number(derived: DerivedNumber) -> &'static str {
    match derived {
        DerivedNumber::NGood => "すぐ切り出せる作業",
        DerivedNumber::NAdj => "工夫があれば切り出せる作業",
        DerivedNumber::NNotNow => "いまは分けてからの作業",
        DerivedNumber::HoursReady => "選んだ作業の週の時間",
    }
}

fn asked(question: QuestionId, model: &Model, words: &Words) -> String {
    let text = model
        .question(question)
        .map_or("", |one| words.get(one.text));
    format!("{question} {text}")
}

fn said(question: QuestionId, options: &[OptionId], model: &Model, words: &Words) -> String {
    let all = model.question(question).map_or(&[][..], |one| &one.options);
    let named = options.iter().map(|option| {
        let choice = all.iter().find(|choice| choice.id == *option);
        let text = choice.map_or(option.as_str(), |choice| words.get(choice.text));
        format!("「{text}」")
    });
    named.collect()
}
