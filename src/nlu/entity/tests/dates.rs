//! Spanish dates. The call is on Wednesday 11 March 2026.

use super::{hear, only};

fn date(text: &str) -> Vec<String> {
    only("date", "MX", text)
}

#[test]
fn a_bare_weekday_is_the_next_one() {
    assert_eq!(date("pago el jueves"), ["03-12 «el jueves»"]);
    assert_eq!(date("este lunes"), ["03-16 «este lunes»"]);
    assert_eq!(date("sabado"), ["03-14 «sabado»"]);
}

#[test]
fn todays_weekday_is_ambiguous() {
    assert_eq!(date("el miércoles"), ["?03-18 or 03-11 «el miércoles»"]);
    assert_eq!(date("este miercoles"), ["?03-11 or 03-18 «este miercoles»"]);
}

#[test]
fn a_past_verb_looks_back() {
    assert_eq!(date("fui el viernes"), ["03-06 «el viernes»"]);
    assert_eq!(date("el martes me llamaron"), ["03-10 «el martes»"]);
    assert_eq!(date("pagué el 5"), ["03-05 «el 5»"]);
    assert_eq!(
        date("ya deposité el lunes y el viernes le pago el resto"),
        ["03-09 «el lunes»", "03-13 «el viernes»"]
    );
}

#[test]
fn the_coming_one_in_this_week_is_ambiguous() {
    for text in ["el próximo viernes", "el viernes que viene", "el viernes próximo", "el viernes entrante"]
    {
        assert_eq!(date(text), [format!("?03-13 or 03-20 «{text}»")]);
    }
    assert_eq!(date("el próximo lunes"), ["03-16 «el próximo lunes»"]);
    assert_eq!(only("date", "US", "el próximo viernes"), ["?03-20 or 03-13 «el próximo viernes»"]);
}

#[test]
fn the_other_one_needs_a_contrast() {
    assert_eq!(date("el otro viernes"), ["?03-13 or 03-20 «el otro viernes»"]);
    assert_eq!(date("este viernes no, el otro viernes")[1], "03-20 «el otro viernes»");
    assert_eq!(date("el viernes de la otra semana"), ["03-20 «el viernes de la otra semana»"]);
    assert_eq!(date("el martes de la semana que viene"), ["03-17 «el martes de la semana que viene»"]);
}

#[test]
fn the_last_one_in_this_week_is_ambiguous() {
    assert_eq!(date("el lunes pasado"), ["?03-09 or 03-02 «el lunes pasado»"]);
    assert_eq!(date("el pasado viernes"), ["03-06 «el pasado viernes»"]);
}

#[test]
fn eight_and_fifteen_days_are_weeks() {
    assert_eq!(date("de hoy en ocho"), ["03-18 «de hoy en ocho»"]);
    assert_eq!(date("de hoy en quince"), ["03-25 «de hoy en quince»"]);
    assert_eq!(date("viernes en ocho"), ["03-20 «viernes en ocho»"]);
    assert_eq!(date("en ocho días"), ["?03-18 or 03-19 «en ocho días»"]);
    assert_eq!(date("en quince días"), ["?03-25 or 03-26 «en quince días»"]);
    assert_eq!(date("hace quince días"), ["?02-25 or 02-24 «hace quince días»"]);
    assert_eq!(date("dentro de doce días"), ["03-23 «dentro de doce días»"]);
    assert_eq!(only("date", "CL", "en diez días más"), ["03-21 «en diez días más»"]);
    assert_eq!(date("en 24 horas"), ["03-12 «en 24 horas»"]);
}

#[test]
fn days_around_the_call() {
    assert_eq!(date("hoy mismo"), ["03-11 «hoy mismo»"]);
    assert_eq!(date("manana temprano"), ["03-12 «manana»"]);
    assert_eq!(date("pasado mañana"), ["03-13 «pasado mañana»"]);
    assert_eq!(date("pasao mañana"), ["03-13 «pasao mañana»"]);
    assert_eq!(date("antier"), ["03-09 «antier»"]);
    assert_eq!(date("esta noche"), ["03-11 «esta noche»"]);
    assert_eq!(date("anoche"), ["03-10 «anoche»"]);
    assert_eq!(date("mañana en la mañana"), ["03-12 «mañana»"]);
}

#[test]
fn misspelt_weekdays_and_months_are_heard() {
    assert_eq!(date("el biernes"), ["03-13 «el biernes»"]);
    assert_eq!(date("el juebes"), ["03-12 «el juebes»"]);
    assert_eq!(date("el savado"), ["03-14 «el savado»"]);
    assert_eq!(date("el 3 de setiembre"), ["09-03 «el 3 de setiembre»"]);
    assert_eq!(date("el 3 de disiembre"), ["12-03 «el 3 de disiembre»"]);
}

#[test]
fn weeks_are_monday_to_sunday() {
    assert_eq!(date("la otra semana"), ["03-16..03-22 «la otra semana»"]);
    assert_eq!(date("la semana que entra"), ["03-16..03-22 «la semana que entra»"]);
    assert_eq!(date("esta semana"), ["03-11..03-15 or 03-09..03-15 «esta semana»"]);
    assert_eq!(date("el fin de semana"), ["03-14..03-15 «el fin de semana»"]);
    assert_eq!(date("el mes que viene"), ["04-01..04-30 «el mes que viene»"]);
    assert_eq!(date("en junio"), ["06-01..06-30 «junio»"]);
}

#[test]
fn a_day_of_the_month_is_the_next_one() {
    assert_eq!(date("el 20"), ["03-20 «el 20»"]);
    assert_eq!(date("el cinco"), ["04-05 «el cinco»"]);
    assert_eq!(date("el día treinta y uno"), ["03-31 «el día treinta y uno»"]);
    assert_eq!(date("el 11"), ["?04-11 or 03-11 «el 11»"]);
    assert_eq!(date("el quince del que viene"), ["04-15 «el quince del que viene»"]);
    assert_eq!(date("el 15 del mes entrante"), ["04-15 «el 15 del mes entrante»"]);
    assert_eq!(date("el 20 del corriente"), ["03-20 «el 20 del corriente»"]);
    assert_eq!(date("el primero de mayo"), ["05-01 «el primero de mayo»"]);
    assert_eq!(date("el 30 de abril el primero"), ["04-30 «el 30 de abril»"]);
    assert_eq!(date("el 4 de febrero"), ["2027 02-04 «el 4 de febrero»"]);
    assert_eq!(date("el 7 de enero de 2027"), ["2027 01-07 «el 7 de enero de 2027»"]);
}

#[test]
fn a_weekday_and_its_number_are_one_date() {
    assert_eq!(date("el viernes 13"), ["03-13 «el viernes 13»"]);
    assert_eq!(date("el viernes veinte de marzo"), ["03-20 «el viernes veinte de marzo»"]);
    assert_eq!(date("viernes 15"), ["?03-15 or 03-13 «viernes 15»"]);
}

#[test]
fn digits_are_day_and_month_but_not_in_the_united_states() {
    assert_eq!(date("15/4"), ["04-15 «15/4»"]);
    assert_eq!(date("el 03-04-2026"), ["04-03 «el 03-04-2026»"]);
    assert_eq!(only("date", "US", "04/10"), ["?04-10 or 10-04 «04/10»"]);
    assert_eq!(only("date", "US", "4/25"), ["04-25 «4/25»"]);
}

#[test]
fn parts_of_the_month_are_approximate() {
    assert_eq!(date("a fin de mes"), ["~03-31 «fin de mes»"]);
    assert_eq!(date("a finales de mes"), ["~03-21..03-31 «finales de mes»"]);
    assert_eq!(date("el 30 d abril"), ["04-30 «el 30 d abril»"]);
    assert_eq!(date("a mediados de abril"), ["~04-11..04-20 «mediados de abril»"]);
    assert_eq!(date("a principios de mes"), ["~04-01..04-10 «principios de mes»"]);
    assert_eq!(date("los primeros días de mayo"), ["~05-01..05-05 «los primeros días de mayo»"]);
    assert_eq!(date("la primera semana de abril"), ["~04-01..04-07 «la primera semana de abril»"]);
    assert_eq!(date("a últimos de mes"), ["~03-27..03-31 «últimos de mes»"]);
    assert_eq!(date("el día último"), ["03-31 «el día último»"]);
    assert_eq!(date("el último día hábil del mes"), ["03-31 «el último día hábil del mes»"]);
}

#[test]
fn the_quincena_is_a_payday() {
    for text in ["la quincena", "esta quincena", "la próxima quincena", "la siguiente quincena"] {
        assert_eq!(date(text), [format!("03-15 «{text}»")]);
    }
    assert_eq!(date("la otra quincena"), ["?03-15 or 03-31 «la otra quincena»"]);
    assert_eq!(date("esta quincena no, la que sigue")[1], "03-31 «la que sigue»");
    assert_eq!(date("con mi segunda quincena"), ["03-31 «mi segunda quincena»"]);
    assert_eq!(only("date", "PE", "la quincena de abril"), ["04-15 «la quincena de abril»"]);
}

#[test]
fn half_a_month_is_said_with_en() {
    assert_eq!(
        only("date", "CO", "en la segunda quincena de mayo"),
        ["05-16..05-31 «la segunda quincena de mayo»"]
    );
    assert_eq!(
        date("en la primera quincena de abril"),
        ["?04-01..04-15 or 04-15 «la primera quincena de abril»"]
    );
}

#[test]
fn the_wage_is_not_its_day() {
    assert_eq!(date("cuando me paguen la quincena"), Vec::<String>::new());
}

#[test]
fn business_days_skip_weekends_and_holidays() {
    assert_eq!(date("en tres días hábiles"), ["03-17 «en tres días hábiles»"]);
    assert_eq!(date("en 48 horas hábiles"), ["03-13 «en 48 horas hábiles»"]);
}

#[test]
fn limits_say_which_side() {
    assert_eq!(date("a más tardar el viernes"), ["by 03-13 «el viernes»"]);
    assert_eq!(date("hasta el 20"), ["by 03-20 «el 20»"]);
    assert_eq!(date("de hoy no pasa"), ["by 03-11 «hoy»"]);
    assert_eq!(date("antes del viernes"), ["before ..03-12 or before ..03-13 «antes del viernes»"]);
    assert_eq!(date("después del 15"), ["after 03-16.. «después del 15»"]);
    assert_eq!(date("a partir del lunes"), ["since 03-16.. «a partir del lunes»"]);
    assert_eq!(date("desde mañana"), ["since 03-12.. «desde mañana»"]);
    assert_eq!(date("antes de fin de mes"), ["~before ..03-30 or before ..03-31 «antes de fin de mes»"]);
}

#[test]
fn ranges_are_one_date() {
    assert_eq!(date("del 20 al 25"), ["03-20..03-25 «del 20 al 25»"]);
    assert_eq!(date("entre el 3 y el 8 de abril"), ["04-03..04-08 «entre el 3 y el 8 de abril»"]);
    assert_eq!(date("mañana o pasado"), ["~03-12..03-13 «mañana o pasado»"]);
    assert_eq!(date("el 18 o el 19"), ["~03-18..03-19 «el 18 o el 19»"]);
    assert_eq!(date("trabajo de lunes a viernes"), Vec::<String>::new(), "hours, not days");
}

#[test]
fn the_past_is_counted_back() {
    assert_eq!(date("hace dos semanas"), ["02-25 «hace dos semanas»"]);
    assert_eq!(date("hace tres meses"), ["~2025 12-11 «hace tres meses»"]);
    assert_eq!(date("hace un año"), ["~2025 03-11 «hace un año»"]);
}

#[test]
fn what_recurs_has_a_first_day() {
    assert_eq!(date("todos los viernes"), ["03-13 each week «todos los viernes»"]);
    assert_eq!(date("el 5 de cada mes"), ["04-05 each month «el 5 de cada mes»"]);
    assert_eq!(date("cada quincena"), ["03-15 each fortnight «cada quincena»"]);
    assert_eq!(date("cada quince días"), Vec::<String>::new());
    assert_eq!(date("al mes"), Vec::<String>::new());
}

#[test]
fn feasts_have_their_days() {
    assert_eq!(date("antes de Navidad"), ["~before ..12-24 or before ..12-25 «antes de Navidad»"]);
    assert_eq!(date("en Semana Santa"), ["03-29..04-05 or 03-30..04-05 «Semana Santa»"]);
    assert_eq!(only("date", "PE", "en Fiestas Patrias"), ["07-28..07-29 «Fiestas Patrias»"]);
    assert_eq!(only("date", "CL", "pasando el 18"), ["~after 09-19.. «pasando el 18»"]);
}

#[test]
fn ahorita_is_a_date_with_an_act_of_paying() {
    assert_eq!(date("ahorita le deposito"), ["~03-11 «ahorita»"]);
    assert_eq!(date("ahorita no tengo"), Vec::<String>::new());
}

#[test]
fn what_names_no_day_is_no_date() {
    for text in [
        "cuando me paguen",
        "apenas pueda",
        "un día de estos",
        "otro día",
        "ese día",
        "tres meses de atraso",
        "hoy en día",
        "el día de mañana",
        "hicieron su agosto",
        "vivo en la calle 5 de mayo",
        "habla don Domingo",
        "soy Julio Pérez",
        "por la mañana",
        "el 15 por ciento",
        "el segundo pago",
    ] {
        assert_eq!(date(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn times_are_business_hours_unless_the_words_say() {
    assert_eq!(hear("MX", "a las 3 y media"), ["time ?15:30 or 03:30 «las 3 y media»"]);
    assert_eq!(hear("MX", "a las cinco de la tarde"), ["time 17:00 «las cinco de la tarde»"]);
    assert_eq!(hear("MX", "a las 9 de la mañana"), ["time 09:00 «las 9 de la mañana»"]);
    assert_eq!(hear("MX", "16:45"), ["time 16:45 «16:45»"]);
    assert_eq!(hear("MX", "a las tres cuotas"), ["number 3 «tres»"]);
}

#[test]
fn recognised_speech_has_hesitations() {
    assert_eq!(date("este eh el viernes"), ["03-13 «el viernes»"]);
    assert_eq!(date("el el eh viernes"), ["03-13 «el eh viernes»"]);
}

#[test]
fn a_day_begun_anew_counts_once() {
    let date = |text: &str| only("date", "MX", text);
    assert_eq!(date("el veinte el veinte de abril"), ["04-20 «el veinte de abril»"]);
    assert_eq!(date("mañana mañana sin falta"), ["03-12 «mañana»"]);
    assert_eq!(date("el 15 de abril el 20 de abril").len(), 2);
}

#[test]
fn a_promise_made_before_may_be_of_either_side() {
    let date = |text: &str| only("date", "MX", text);
    assert_eq!(date("usted quedó de abonar el 6"), ["?03-06 or 04-06 «el 6»"]);
    assert_eq!(date("ya quedé de abonar el 18"), ["?03-18 or 02-18 «el 18»"]);
    assert_eq!(date("voy a abonar el 6"), ["04-06 «el 6»"]);
}

#[test]
fn the_other_and_the_one_after_count_from_the_one_named() {
    let date = |text: &str| only("date", "CL", text);
    assert_eq!(date("este jueves no, el otro"), ["03-12 «este jueves»", "03-19 «el otro»"]);
    assert_eq!(date("el martes y el martes siguiente"), ["03-17 «el martes»", "03-24 «el martes siguiente»"]);
    assert_eq!(date("la semana subsiguiente"), ["03-23..03-29 «la semana subsiguiente»"]);
    assert_eq!(date("se lo llevó el otro"), Vec::<String>::new());
}

#[test]
fn days_lie_near_their_idioms() {
    let date = |text: &str| only("date", "MX", text);
    assert_eq!(date("el lunes primero dios"), ["03-16 «el lunes»"]);
    assert_eq!(date("el próximo 22"), ["03-22 «el próximo 22»"]);
    assert_eq!(date("antes de ayer"), ["03-09 «antes de ayer»"]);
    assert_eq!(date("doscientos por quincena"), Vec::<String>::new());
    assert_eq!(date("pagar en cinco quincenas"), Vec::<String>::new());
    assert_eq!(date("no tengo ni eso ahorita"), Vec::<String>::new());
}

#[test]
fn a_balance_is_drawn_up_to_a_day_that_has_come() {
    assert_eq!(only("date", "MX", "su saldo al 28 de febrero es de 900"), ["02-28 «28 de febrero»"]);
    assert_eq!(only("date", "MX", "el 28 de febrero le pago el saldo"), ["2027 02-28 «el 28 de febrero»"]);
}

#[test]
fn days_share_the_month_that_one_of_them_names() {
    assert_eq!(date("¿12 o 25 de junio?"), ["06-12 «12»", "06-25 «25 de junio»"]);
    assert_eq!(only("money", "AR", "¿la primera cuota 12 o 25 de junio?"), Vec::<String>::new());
    assert_eq!(date("serían 3, 17 y 31 de octubre"), ["10-03 «3»", "10-17 «17»", "10-31 «31 de octubre»"]);
    assert_eq!(date("el 9 y el 23 de octubre"), ["10-09 «el 9»", "10-23 «el 23 de octubre»"]);
    assert_eq!(date("el 16, 23 y 30"), ["03-16 «el 16»", "03-23 «23»", "03-30 «30»"]);
    // A sum beside a day stays one.
    assert_eq!(date("le doy 60 el 15 y 30 el 28"), ["03-15 «el 15»", "03-28 «el 28»"]);
    assert_eq!(date("el 15 y 20 pesos de multa"), ["03-15 «el 15»"]);
    assert_eq!(date("el 15, 20 y ya"), ["03-15 «el 15»"]);
    // A list that goes over the end of a month, or of the year, begins before it.
    assert_eq!(date("el 19, 26 y 2 de abril"), ["03-19 «el 19»", "03-26 «26»", "04-02 «2 de abril»"]);
    let over = date("el 26 y 2 de enero de 2027");
    assert!(over[0].contains("12-26") && !over[0].contains("2027"), "{over:?}");
    assert!(over[1].contains("2027-01-02") || over[1].contains("01-02"), "{over:?}");
    assert_eq!(date("dos de 15, 10 de abril"), ["04-10 «10 de abril»"]);
}

#[test]
fn small_words_in_short_are_read_in_full() {
    assert_eq!(date("el viernes d la otra semana"), ["03-20 «el viernes d la otra semana»"]);
    assert_eq!(date("el martes d la semana q viene"), ["03-17 «el martes d la semana q viene»"]);
    assert_eq!(date("dsd el 20"), ["since 03-20.. «dsd el 20»"]);
    assert_eq!(
        only("plan", "MX", "le doy 400 x mes"),
        only("plan", "MX", "le doy 400 por mes").iter().map(|it| it.replace("por", "x")).collect::<Vec<_>>()
    );
    assert!(only("plan", "MX", "le doy 400 x mes").len() == 1);
}
