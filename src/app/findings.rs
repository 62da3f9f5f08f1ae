//! What follows from a case on a day. Nothing of it is kept: each is found when it is first asked for, and then shared by all that
//! is drawn of the same model.

use std::{cell::OnceCell, rc::Rc};

use crate::{
    assessment::{
        centre::{CentreFinding, find},
        recommendation::{OpenQuestion, Recommendations, open_questions},
        subsidy::{Combination, Judged, judge_plan},
    },
    catalogue::{Asset, schema::parameters::Parameters},
    domain::CentreId,
};

use super::{
    adjustments::Proposing,
    duty::{Said, Standing, example, said, sheet, sheet_said, standing},
    facts::{Facts, facts},
    levy::{self, answer},
    library::Words,
    state::{Model, PICKER, known},
    subsidies::{Ask, Board, Elsewhere, Found, MOST_PLANS, board},
    workbench,
};

/// The findings of one model, which has its day, in one language.
pub struct Findings {
    model: Rc<Model>,
    words: Words,
    facts: OnceCell<Facts>,
    sheet: OnceCell<Option<Rc<levy::Answer>>>,
    standing: OnceCell<Option<Standing>>,
    said: OnceCell<Option<Said>>,
    example: OnceCell<Option<String>>,
    levy: OnceCell<Option<Rc<levy::Answer>>>,
    post: OnceCell<workbench::Judged>,
    adjustments: OnceCell<Option<Proposing>>,
    plans: [OnceCell<Option<PlanFindings>>; MOST_PLANS],
    centres: OnceCell<Option<CentreFinding>>,
    supports: OnceCell<Recommendations>,
    open_questions: OnceCell<Vec<OpenQuestion>>,
}

/// What was found for one plan.
pub struct PlanFindings {
    pub board: Board,
    pub judged: Vec<Judged>,
    pub found: Vec<Found>,
    pub together: Vec<Combination>,
    /// What is still to be asked.
    pub asks: Vec<Ask>,
}

impl Findings {
    pub fn new(model: Rc<Model>, words: Words) -> Self {
        Self {
            model,
            words,
            facts: OnceCell::new(),
            sheet: OnceCell::new(),
            standing: OnceCell::new(),
            said: OnceCell::new(),
            example: OnceCell::new(),
            levy: OnceCell::new(),
            post: OnceCell::new(),
            adjustments: OnceCell::new(),
            plans: [const { OnceCell::new() }; MOST_PLANS],
            centres: OnceCell::new(),
            supports: OnceCell::new(),
            open_questions: OnceCell::new(),
        }
    }

    fn parameters(&self) -> Option<&Parameters> {
        self.model.library.part(Asset::Parameters)
    }

    /// What is known of the firm.
    pub fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| {
            let model = &self.model;
            facts(&model.state.case, model.library.catalogue, self.model.today)
        })
    }

    /// Duty and levy of today, from numbers or bands; `None` before the law has arrived.
    pub fn standing(&self) -> Option<&Standing> {
        let found = self.standing.get_or_init(|| {
            let (parameters, today) = (self.parameters()?, self.model.today);
            let form = &self.model.state.case.levy;
            let sheet = self.sheet();
            Some(standing(sheet, form, self.facts(), parameters, today))
        });
        found.as_ref()
    }

    /// What is said of [`Self::standing`]; `None` where nothing is known.
    pub fn said(&self) -> Option<&Said> {
        let said = self.said.get_or_init(|| match self.standing()? {
            Standing::Sheet(found) => Some(sheet_said(found, self.parameters()?, &self.words)),
            Standing::Bands(found) => Some(said(found, &self.words)),
            Standing::Open => None,
        });
        said.as_ref()
    }

    /// What two numbers would say, for who has not entered any; `None` before the law has arrived.
    pub fn example(&self) -> Option<&str> {
        let found = self
            .example
            .get_or_init(|| example(self.parameters()?, self.model.today, &self.words));
        found.as_deref()
    }

    fn sheet(&self) -> Option<&Rc<levy::Answer>> {
        let found = self.sheet.get_or_init(|| {
            let form = &self.model.state.case.levy;
            sheet(form, self.parameters()?, self.model.today)
        });
        found.as_ref()
    }

    /// Duty and levy of the day chosen in the calculator; `None` while nothing is computed from the numbers, or before the law has
    /// arrived.
    pub fn levy(&self) -> Option<&Rc<levy::Answer>> {
        let form = &self.model.state.case.levy;
        let found = self.levy.get_or_init(|| match form.date {
            Some(_) => answer(form, self.parameters()?, self.model.today).map(Rc::new),
            None => self.sheet().cloned(),
        });
        found.as_ref()
    }

    /// The tasks and the post that is made of them.
    pub fn post(&self) -> &workbench::Judged {
        self.post
            .get_or_init(|| workbench::Judged::of(&self.model, &self.words))
    }

    /// What gets in the way, and which adjustments may be proposed; `None` before they have arrived.
    pub fn adjustments(&self) -> Option<&Proposing> {
        let found = self.adjustments.get_or_init(|| {
            let all = self.model.library.adjustments()?;
            Some(Proposing::new(&self.model, all))
        });
        found.as_ref()
    }

    /// The subsidies for the plan at a place; `None` where there is none, or before they have arrived.
    pub fn plan(&self, at: usize) -> Option<&PlanFindings> {
        let found = self.plans.get(at)?.get_or_init(|| self.find_plan(at));
        found.as_ref()
    }

    fn find_plan(&self, at: usize) -> Option<PlanFindings> {
        let (model, today) = (&self.model, self.model.today);
        let catalogue = model.library.subsidies()?;
        let form = &model.state.case.plans;
        form.plans().get(at)?;
        let elsewhere = Elsewhere::new(&model.state, model.library.catalogue, today);
        let board = board(form, at, &elsewhere, today, catalogue);
        let known = board.known(catalogue);
        let judged = judge_plan(&known);
        let found = board.found(&known, &judged, today);
        let together = Board::together(&found, &known, today);
        let asks = board.asks(form, &known, &judged);
        drop(known);
        Some(PlanFindings {
            board,
            judged,
            found,
            together,
            asks,
        })
    }

    /// What the answers recommend.
    pub fn supports(&self) -> &Recommendations {
        self.supports.get_or_init(|| self.model.recommendations())
    }

    /// Which unanswered questions could still change what is recommended first, the largest effect first.
    pub fn open_questions(&self) -> &[OpenQuestion] {
        self.open_questions.get_or_init(|| {
            let (state, library) = (&self.model.state, &self.model.library);
            known(PICKER).map_or(Vec::new(), |picker| {
                let answers = &state.case.answers;
                open_questions(answers, library.catalogue, library.guidance(), picker)
            })
        })
    }

    /// The centres by the place of the firm; `None` where that was not said.
    pub fn centres(&self) -> Option<&CentreFinding> {
        let found = self.centres.get_or_init(|| {
            let place = self.model.state.case.place.as_ref()?;
            Some(find(place, self.model.library.guidance()))
        });
        found.as_ref()
    }

    /// The centre to call: by the place if one was given, with how far it is in metres; else by the area answered.
    pub fn centre(&self) -> Option<(CentreId, Option<u32>)> {
        let guidance = self.model.library.guidance();
        if let Some(found) = self.centres() {
            let nearest = found.order.first().copied();
            return nearest.map(|(id, metres)| (id, Some(metres)));
        }
        let area = self.facts().area?.value;
        let mut centres = guidance.centres.iter();
        let centre = centres.find(|centre| centre.area_option == area)?;
        Some((centre.id, None))
    }
}
