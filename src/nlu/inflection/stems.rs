//! Which Spanish verbs change the vowel of their stem, and how. Nothing in a verb's shape tells `sentar` (siento)
//! from `presentar` (presento), so they are listed; a verb that is not listed keeps its vowel.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What happens to the last vowel of the stem under stress, and in the -ir verbs also before `ió`, `ie` and `a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// deber: debo
    None,
    /// perder: pierdo; sentir: siento, sintió
    EToIe,
    /// discernir: discierno, discernió
    EToIeOnlyStressed,
    /// pedir: pido, pidió
    EToI,
    /// contar: cuento; dormir: duermo, durmió
    OToUe,
    /// jugar: juego
    UToUe,
    /// adquirir: adquiero, adquirió
    IToIe,
}

const E_TO_IE: &str = "\
    acertar acrecentar alentar apacentar apretar arrendar asentar aserrar atravesar aventar calentar cegar cerrar \
    comenzar concertar confesar denegar desalentar desasosegar desconcertar desenterrar deshelar desmembrar \
    despertar desplegar desterrar empezar encerrar encomendar enmendar ensangrentar enterrar errar escarmentar \
    fregar gobernar helar herrar manifestar mentar merendar negar nevar pensar plegar quebrar reapretar \
    recalentar recomendar recomenzar refregar regar remendar renegar repensar replegar resembrar restregar \
    reventar segar sembrar sentar serrar sosegar subarrendar temblar tentar tropezar \
    ascender atender cerner condescender contender defender desatender descender desentender distender \
    encender entender extender heder hender malentender perder sobreentender sobrentender subentender tender \
    transcender trascender verter \
    adherir advertir arrepentir asentir conferir consentir controvertir convertir deferir desmentir diferir \
    digerir disentir divertir herir hervir inferir ingerir injerir interferir invertir malherir mentir pervertir \
    preferir presentir proferir reconvertir referir reinvertir requerir resentir revertir sentir subvertir \
    sugerir transferir trasferir zaherir";

const E_TO_IE_ONLY_STRESSED: &str = "cernir concernir discernir";

const E_TO_I: &str = "\
    ceñir comedir competir concebir conseguir constreñir corregir derretir desceñir descomedir desleir despedir \
    desteñir desvestir elegir embestir engreir estreñir expedir freir gemir henchir impedir investir medir pedir \
    perseguir preconcebir proseguir reelegir reexpedir regir reir remedir rendir reñir repetir revestir seguir \
    servir sofreir sonreir teñir travestir vestir";

const O_TO_UE: &str = "\
    acordar acostar agorar almorzar amoblar amolar apostar aprobar avergonzar colar colgar comprobar concordar \
    consolar contar costar degollar demostrar desacordar desaprobar descolgar descollar desconsolar descontar \
    desollar despoblar desvergonzar discordar disonar encontrar encordar engrosar esforzar forzar hollar \
    improbar mostrar poblar probar recolgar recontar recordar recostar reencontrar reforzar renovar repoblar \
    reprobar resollar resonar revolar revolcar rodar rogar sobrevolar soldar soltar sonar soñar tostar trocar \
    tronar volar volcar \
    absolver cocer condoler conmover demoler desenvolver destorcer devolver disolver doler envolver escocer \
    llover moler morder mover oler promover recocer remorder remover resolver retorcer revolver soler torcer \
    volver \
    adormir dormir morir";

const U_TO_UE: &str = "jugar";

const I_TO_IE: &str = "adquirir inquirir readquirir";

static CHANGES: LazyLock<HashMap<&'static str, Change>> = LazyLock::new(|| {
    [
        (E_TO_IE, Change::EToIe),
        (E_TO_IE_ONLY_STRESSED, Change::EToIeOnlyStressed),
        (E_TO_I, Change::EToI),
        (O_TO_UE, Change::OToUe),
        (U_TO_UE, Change::UToUe),
        (I_TO_IE, Change::IToIe),
    ]
    .into_iter()
    .flat_map(|(verbs, change)| verbs.split_ascii_whitespace().map(move |verb| (verb, change)))
    .collect()
});

/// How the stem of this infinitive (folded) changes.
pub(super) fn change_of(infinitive: &str) -> Change {
    CHANGES.get(infinitive).copied().unwrap_or(Change::None)
}

impl Change {
    /// The stem under stress: `entend` gives `entiend`, `o` of `oler` gives `hue`, `e` of `errar` gives `ye`.
    pub(super) fn stressed(self, stem: &str) -> String {
        let (from, to) = match self {
            Self::None => return stem.to_owned(),
            Self::EToIe | Self::EToIeOnlyStressed => ('e', if stem.starts_with("er") { "ye" } else { "ie" }),
            Self::EToI => ('e', "i"),
            Self::OToUe => ('o', if stem == "ol" { "hue" } else { "ue" }),
            Self::UToUe => ('u', "ue"),
            Self::IToIe => ('i', "ie"),
        };
        replace_last(stem, from, to)
    }

    /// The stem of an -ir verb where the stress lies after it but no `i` follows: `sint-ió`, `durm-amos`, `pid-iendo`.
    pub(super) fn raised(self, stem: &str) -> String {
        match self {
            Self::EToIe | Self::EToI => replace_last(stem, 'e', "i"),
            Self::OToUe => replace_last(stem, 'o', "u"),
            Self::None | Self::EToIeOnlyStressed | Self::UToUe | Self::IToIe => stem.to_owned(),
        }
    }
}

fn replace_last(stem: &str, from: char, to: &str) -> String {
    match stem.rfind(from) {
        Some(at) => format!("{}{to}{}", &stem[..at], &stem[at + from.len_utf8()..]),
        None => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<&'static str> {
        [E_TO_IE, E_TO_IE_ONLY_STRESSED, E_TO_I, O_TO_UE, U_TO_UE, I_TO_IE]
            .into_iter()
            .flat_map(str::split_ascii_whitespace)
            .collect()
    }

    #[test]
    fn no_verb_is_listed_twice() {
        let mut verbs = all();
        let listed = verbs.len();
        verbs.sort_unstable();
        verbs.dedup();
        assert_eq!(verbs.len(), listed);
    }

    #[test]
    fn every_listed_verb_has_the_vowel_that_changes() {
        for verb in all() {
            let stem = &verb[..verb.len() - 2];
            assert_ne!(change_of(verb).stressed(stem), stem, "{verb}");
        }
    }

    #[test]
    fn a_verb_that_is_not_listed_keeps_its_vowel() {
        for verb in ["negociar", "presentar", "ofender", "vender", "comentar", "cobrar", "deber"] {
            assert_eq!(change_of(verb), Change::None, "{verb}");
        }
    }
}
