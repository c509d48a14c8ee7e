//! The countries whose payment language, law and money the product knows.

use serde::{Deserialize, Serialize};

use super::Currency;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Country {
    Mx,
    Co,
    Cl,
    Pe,
    Ar,
    Es,
    Ec,
    Us,
}

impl Country {
    pub const ALL: [Self; 8] =
        [Self::Mx, Self::Co, Self::Cl, Self::Pe, Self::Ar, Self::Es, Self::Ec, Self::Us];

    /// ISO 3166-1 alpha-2.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mx => "MX",
            Self::Co => "CO",
            Self::Cl => "CL",
            Self::Pe => "PE",
            Self::Ar => "AR",
            Self::Es => "ES",
            Self::Ec => "EC",
            Self::Us => "US",
        }
    }

    /// Reads the region of a language tag (`es-MX`, `en_US`) or a bare code, in any case.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.split('.').next()?;
        let region = tag.split(['-', '_']).next_back()?;
        let region_given = tag.contains(['-', '_']) || tag.chars().all(|c| c.is_ascii_uppercase());
        Self::ALL.into_iter().find(|country| region_given && country.code().eq_ignore_ascii_case(region))
    }

    pub fn currency(self) -> Currency {
        match self {
            Self::Mx => Currency::MXN,
            Self::Co => Currency::COP,
            Self::Cl => Currency::CLP,
            Self::Pe => Currency::PEN,
            Self::Ar => Currency::ARS,
            Self::Es => Currency::EUR,
            Self::Ec | Self::Us => Currency::USD,
        }
    }

    /// Whether a full stop separates thousands and a comma decimals (`payment-language`: separators).
    pub fn dot_groups_thousands(self) -> bool {
        matches!(self, Self::Co | Self::Cl | Self::Ar | Self::Es)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_of_a_tag_is_read_in_any_case() {
        assert_eq!(Country::from_tag("es-MX"), Some(Country::Mx));
        assert_eq!(Country::from_tag("en_US.UTF-8"), Some(Country::Us));
        assert_eq!(Country::from_tag("es"), None, "a language alone is not Spain");
        assert_eq!(Country::from_tag("ES"), Some(Country::Es));
    }
}
