//! How the vocabulary is read off the wire. What may be no id, no day or no code is damage.

use super::{Read, Reader, reads};
use crate::domain::{
    AdjustmentId, BarrierId, CategoryId, CentreId, DepartmentId, DrawingId, DutyId, Frequency,
    GeoPoint, Headcount, HelperId, IndustryId, JapanDate, ModuleId, MonthDay, MunicipalityCode,
    NeedId, OfferId, OptionId, Percent, PersonMonths, PostalCode, ProcessId, ProposalId,
    QuestionId, RuleId, SubsidyId, SupportId, TaskAttributes, TaskFlag, TaskId, Yen,
};

reads! {
    enum Frequency { Daily, SeveralWeekly, Weekly, Biweekly, Monthly, Seasonal, OnDemand }
    struct TaskAttributes {
        deadline, procedure, judgement, interruption, contact, error_impact, physical, hazard,
        sensory, literacy, mobility, second_check,
    }
    enum TaskFlag {
        Contact, Deadline, ErrorImpact, Hazard, Interruption, Literacy, Mobility, Physical,
        Sensory,
    }
    struct GeoPoint { latitude_e5, longitude_e5 }
    struct Yen(value)
}

macro_rules! ids {
    ($($name:ident)*) => {$(
        impl Read for $name {
            #[inline(never)]
            fn read(reader: &mut Reader<'_>) -> Self {
                let text = reader.text();
                reader.or_damage($name::new(text).ok(), $name::BLANK)
            }
        }
    )*};
}

ids! {
    QuestionId
    OptionId
    ModuleId
    TaskId
    DepartmentId
    SupportId
    RuleId
    CentreId
    OfferId
    MunicipalityCode
    AdjustmentId
    BarrierId
    NeedId
    DrawingId
    ProcessId
    HelperId
    CategoryId
    SubsidyId
    IndustryId
    DutyId
    ProposalId
}

impl Read for JapanDate {
    #[inline(never)]
    fn read(reader: &mut Reader<'_>) -> Self {
        let days = i32::read(reader);
        reader.or_damage(Self::EPOCH.plus_days(days), Self::EPOCH)
    }
}

impl Read for MonthDay {
    #[inline(never)]
    fn read(reader: &mut Reader<'_>) -> Self {
        let (month, day) = (reader.byte(), reader.byte());
        reader.or_damage(Self::new(month, day).ok(), Self::NEW_YEAR)
    }
}

impl Read for PostalCode {
    fn read(reader: &mut Reader<'_>) -> Self {
        let number = u32::read(reader);
        reader.or_damage(Self::from_number(number), Self::ZERO)
    }
}

impl Read for Headcount {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self::from_halves(Read::read(reader))
    }
}

impl Read for PersonMonths {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self::from_halves(Read::read(reader))
    }
}

impl Read for Percent {
    fn read(reader: &mut Reader<'_>) -> Self {
        Self::from_hundredths(Read::read(reader))
    }
}
