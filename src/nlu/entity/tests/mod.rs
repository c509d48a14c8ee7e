//! What is heard and what is not, country by country.
