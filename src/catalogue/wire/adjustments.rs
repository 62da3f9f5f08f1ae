//! How the workplace adjustments are read off the wire. What they mean is in `catalogue::schema`.

use super::{Read, Reader, reads};
use crate::catalogue::schema::adjustments::{
    Adjustment, Adjustments, AskNeed, Barrier, Category, CostBand, Helper, How, LawPoint, LawTopic,
    LeadTime, Need, Process, Ranking, Told,
};

reads! {
    struct Adjustments {
        barriers, flags, processes, categories, cost_bands, lead_times, helpers, ranking,
        needs, person, adjustments, law,
    }
    struct Barrier { id, name, also, search }
    struct Process { id, name, search }
    struct Category { id, name }
    struct Helper { id, name, contact, telephone, page, provenance }
    enum CostBand { Free, UnderTenThousand, UnderHundredThousand, UnderMillion, MillionOrMore }
    enum LeadTime { Today, Week, Month, ThreeMonths, SixMonths }
    struct Ranking {
        situation, workplace, task_flag_points, shown, at_no_cost, safety, colleagues,
        colleagues_when,
    }
    struct Adjustment {
        id, name, barriers, processes, typical_categories, cost_band, lead_time, helpers,
        subsidies, note, provenance, how,
    }
    struct How {
        lines, example, needs_expert, only_if, needs, not_with, after, after_other, provenance,
    }
    struct Need { id, ask, told, from, unless_denied, label, denied_by }
    enum AskNeed { Before, Card, StepUp }
    enum Told { Answers, Uses, AskedFor, Firm, Situation, Card, Step }
    struct LawPoint { topic, heading, text, article, provenance }
    enum LawTopic { Duty, Dialogue, Burden, Privacy }
}
