//! What the engines find, in the types that screens show. Screens name nothing of `assessment` itself: what is found comes to them
//! from `findings` and from the themes.

pub mod adjustment {
    pub use crate::assessment::adjustment::{
        Ask, Because, Conditions, HeldBack, Knower, Reason, Situations, Standing, Suggestions,
    };
}

pub mod carving {
    pub use crate::assessment::carving::{
        Band, Change, ModelFinding, Proposal, Reasons, RuleFinding,
    };
}

pub mod centre {
    pub use crate::assessment::centre::{CentreFinding, Place};
}

pub mod exact {
    pub use crate::assessment::exact::Ratio;
}

pub mod levy {
    pub use crate::assessment::levy::{
        Closing, FilingGround, LevyClass, LevyError, LevyFinding, YearSpan,
    };
}

pub mod outlook {
    pub use crate::assessment::outlook::Outlook;
}

pub mod quota {
    pub use crate::assessment::quota::{
        Difference, LawError, PlanOrderRisk, QuotaFinding, StatusReport,
    };
}

pub mod recommendation {
    pub use crate::assessment::recommendation::{OpenQuestion, Recommendation, SHOWN_FIRST};
}

pub mod subsidy {
    pub use crate::assessment::subsidy::{
        CallAbout, Combination, FactSet, FactValue, Figure, Known, LeftOut, Loss, Member, Opening,
        Status, Verdict,
    };
}
