//! How the workplace adjustments are read off the wire. What they mean is in `catalogue::schema`.

use super::{Read, Reader, reads};
use crate::catalogue::schema::adjustments::{
    Adjustment, Adjustments, Barrier, Category, CostBand, Helper, LawPoint, LawTopic, LeadTime,
    Process, Ranking,
};

reads! {
    struct Adjustments {
        barriers, flags, processes, categories, cost_bands, lead_times, helpers, ranking,
        adjustments, law,
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
        subsidies, note, provenance,
    }
    struct LawPoint { topic, heading, text, article, provenance }
    enum LawTopic { Duty, Dialogue, Burden, Privacy }
}
