//! How the words and limits of posts are read off the wire. What they mean is in `catalogue::schema`.

use super::{Read, Reader, reads};
use crate::catalogue::schema::posts::{
    ChangeWords, CriterionWords, GateWord, GateWords, ModelWords, PostBook, PostLimits, RuleWords,
    SheetWord, SheetWords, Target,
};

reads! {
    struct PostBook {
        provenance, limits, rules, changes, criteria, gates, flags, models, targets, sheet,
    }
    struct PostLimits {
        first_pace_tenths, anchor_least, tasks_least, tasks_most, buffer_least, buffer_most,
        periodic_most, cleaning_most, people_least, fill_least, fill_aim, fill_most,
    }
    struct RuleWords { is_hard, name, why }
    struct ChangeWords {
        extend, shorten, add_daily, add_buffer, add_other, add_beside_colleagues,
        add_from_another_person, add_tasks, remove_tasks, remove, move_start, agree_on,
        ask_team, ask_people, ask_cleaning, ask_start,
    }
    struct CriterionWords { name, speaks_for, speaks_against }
    struct GateWord { why, hint }
    struct GateWords { hazard, error_unchecked, judgement_live, tacit, low_score }
    struct ModelWords { name, idea, why }
    struct Target { option, agreed_least, agreed_most, if_short }
    struct SheetWord { ja, en }
    struct SheetWords { columns, frequencies, yes, no }
}
