//! Values with the days from which they hold. What a value means is in the schema.

use serde::Serialize;

use super::schema::parameters::CitationId;
use crate::domain::JapanDate;

/// A value that holds from a day on, with where it stands in the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dated<T> {
    pub from: JapanDate,
    /// The last day; `None`: until the next value, or with no end in sight.
    pub until: Option<JapanDate>,
    pub value: T,
    pub citation: CitationId,
}

/// Values in the order of their days, none overlapping another; the compiler of the content sees to both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Timeline<T>(pub Vec<Dated<T>>);

/// There is no value on that day: it lies before the first, after the last, or in a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uncovered {
    /// The last covered day before it, if there is one.
    pub known_until: Option<JapanDate>,
    /// The first covered day after it, if there is one.
    pub known_from: Option<JapanDate>,
}

impl<T> Timeline<T> {
    /// The value on `date`.
    ///
    /// Errors: [`Uncovered`] where there is none. An uncovered day never takes the nearest value.
    pub fn on(&self, date: JapanDate) -> Result<&Dated<T>, Uncovered> {
        let mut known_from = None;
        for dated in self.0.iter().rev() {
            if dated.from <= date {
                return match dated.until {
                    Some(until) if until < date => Err(Uncovered {
                        known_until: Some(until),
                        known_from,
                    }),
                    _ => Ok(dated),
                };
            }
            known_from = Some(dated.from);
        }
        Err(Uncovered {
            known_until: None,
            known_from,
        })
    }

    /// The days on which a value begins, earliest first.
    pub fn beginnings(&self) -> impl Iterator<Item = JapanDate> + '_ {
        self.0.iter().map(|dated| dated.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> JapanDate {
        JapanDate::parse(text).unwrap()
    }

    fn timeline() -> Timeline<u8> {
        let dated = |from, until, value| Dated {
            from: day(from),
            until,
            value,
            citation: CitationId(0),
        };
        Timeline(vec![
            dated("2024-04-01", None, 1),
            dated("2026-07-01", Some(day("2026-12-31")), 2),
            dated("2028-01-01", Some(day("2028-12-31")), 3),
        ])
    }

    #[test]
    fn a_value_holds_from_its_first_day_to_the_day_before_the_next() {
        let on = |text| timeline().on(day(text)).map(|dated| dated.value);
        assert_eq!(on("2024-04-01"), Ok(1));
        assert_eq!(on("2026-06-30"), Ok(1));
        assert_eq!(on("2026-07-01"), Ok(2));
        assert_eq!(on("2026-12-31"), Ok(2));
        assert_eq!(on("2028-12-31"), Ok(3));
    }

    #[test]
    fn a_day_that_no_value_covers_names_its_neighbours() {
        let on = |text| timeline().on(day(text)).map(|dated| dated.value);
        let uncovered = |known_until: Option<&str>, known_from: Option<&str>| {
            Err(Uncovered {
                known_until: known_until.map(day),
                known_from: known_from.map(day),
            })
        };
        assert_eq!(on("2024-03-31"), uncovered(None, Some("2024-04-01")));
        assert_eq!(
            on("2027-01-01"),
            uncovered(Some("2026-12-31"), Some("2028-01-01"))
        );
        assert_eq!(on("2029-01-01"), uncovered(Some("2028-12-31"), None));
        assert_eq!(
            Timeline::<u8>(Vec::new())
                .on(day("2026-01-01"))
                .map(|dated| dated.value),
            uncovered(None, None)
        );
    }
}
