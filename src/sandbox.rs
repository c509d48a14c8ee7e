//! Where scripts run: nothing to read but what they are handed, nothing to change, limits on everything.
//!
//! The only module that names the `rhai` crate. Scorecards run whole scripts here (`Script`); the
//! simulator's `when:` runs single expressions ([`Conditions`]). Engines are not shared between threads: each
//! worker builds its own, which is both faster and simpler.

mod condition;
mod fault;
mod lint;
mod needs;

pub use condition::{Condition, Conditions, NameSet, Quoted, State, Value, Weighing};
pub use fault::Fault;
pub(crate) use lint::{Argument, CallSite, Known, PropertySite, known};
use lint::{calls, properties};
pub(crate) use rhai::{Array, Dynamic, Engine, EvalAltResult, INT, ImmutableString, Map, Position};

use rhai::packages::{
    ArithmeticPackage, BasicArrayPackage, BasicFnPackage, BasicIteratorPackage, BasicMapPackage,
    BasicMathPackage, BasicStringPackage, LogicPackage, MoreStringPackage, Package as _,
};
use rhai::{AST, CallFnOptions, FuncArgs, OptimizationLevel, Scope};

use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};

/// What a script may use. There is no limit on time: a clock would make the same input give other bytes,
/// and these bound the time as well.
pub(crate) mod limits {
    /// Steps of one run of one script; an empty loop spends them in a few milliseconds.
    pub(crate) const OPERATIONS: u64 = 500_000;
    /// Functions calling functions.
    pub(crate) const CALL_LEVELS: usize = 32;
    /// Brackets within brackets, outside functions and inside them.
    pub(crate) const DEPTH: usize = 64;
    pub(crate) const DEPTH_IN_FUNCTIONS: usize = 32;
    /// Bytes of all the strings of a value together: room for a whole transcript.
    pub(crate) const STRING: usize = 1 << 20;
    pub(crate) const ARRAY: usize = 20_000;
    pub(crate) const MAP: usize = 5_000;
    pub(crate) const VARIABLES: usize = 256;
    pub(crate) const FUNCTIONS: usize = 128;
}

/// An engine with the language's arithmetic, texts, lists and maps, and nothing that reaches outside: no clock,
/// no `sleep`, no files, no modules, no `eval`, no printing.
pub(crate) fn engine() -> Engine {
    let mut engine = Engine::new_raw();
    ArithmeticPackage::new().register_into_engine(&mut engine);
    LogicPackage::new().register_into_engine(&mut engine);
    BasicStringPackage::new().register_into_engine(&mut engine);
    MoreStringPackage::new().register_into_engine(&mut engine);
    BasicIteratorPackage::new().register_into_engine(&mut engine);
    BasicFnPackage::new().register_into_engine(&mut engine);
    BasicArrayPackage::new().register_into_engine(&mut engine);
    BasicMapPackage::new().register_into_engine(&mut engine);
    BasicMathPackage::new().register_into_engine(&mut engine);
    for symbol in ["eval", "print", "debug"] {
        engine.disable_symbol(symbol);
    }
    engine
        .set_optimization_level(OptimizationLevel::None)
        .set_strict_variables(true)
        .set_fail_on_invalid_map_property(true)
        .set_max_operations(limits::OPERATIONS)
        .set_max_call_levels(limits::CALL_LEVELS)
        .set_max_expr_depths(limits::DEPTH, limits::DEPTH_IN_FUNCTIONS)
        .set_max_string_size(limits::STRING)
        .set_max_array_size(limits::ARRAY)
        .set_max_map_size(limits::MAP)
        .set_max_variables(limits::VARIABLES)
        .set_max_functions(limits::FUNCTIONS);
    engine
}

/// A script that parsed.
#[derive(Debug)]
pub(crate) struct Script {
    ast: AST,
    source: Source,
}

impl Script {
    /// Parses a script; a fault of form comes back with its place.
    pub(crate) fn compile(engine: &Engine, source: &Source) -> Result<Self, Diagnostic> {
        match engine.compile(source.text()) {
            Ok(ast) => Ok(Self { ast, source: source.clone() }),
            Err(error) => Err(Fault::from_parse(&error, source).diagnostic(source)),
        }
    }

    pub(crate) fn source(&self) -> &Source {
        &self.source
    }

    /// The names of the parameters of function `name`, if the script defines it.
    pub(crate) fn parameters(&self, name: &str) -> Option<Vec<String>> {
        self.ast
            .iter_functions()
            .find(|function| function.name == name)
            .map(|function| function.params.iter().map(|param| (*param).to_owned()).collect())
    }

    /// Functions that the script itself defines: name and number of parameters.
    fn defines(&self, name: &str) -> Vec<usize> {
        let mut arities: Vec<_> =
            self.ast.iter_functions().filter(|f| f.name == name).map(|f| f.params.len()).collect();
        arities.sort_unstable();
        arities
    }

    /// Calls the function `entry`. Statements outside functions are not run.
    pub(crate) fn run(
        &self,
        engine: &Engine,
        entry: &str,
        args: impl FuncArgs,
    ) -> Result<Dynamic, Diagnostic> {
        let options = CallFnOptions::new().eval_ast(false);
        engine.call_fn_with_options::<Dynamic>(options, &mut Scope::new(), &self.ast, entry, args).map_err(
            |error| {
                let fault = Fault::from_run(&error, &self.source, engine);
                // A limit that was passed has no place of its own: the function it stopped is the nearest.
                let place = fault.at.clone().or_else(|| self.place_of(entry));
                fault.diagnostic_at(&self.source, place)
            },
        )
    }

    /// Where the function `name` is named in its definition.
    fn place_of(&self, name: &str) -> Option<Span> {
        let text = self.source.text();
        text.match_indices(name)
            .find(|(at, _)| text[..*at].trim_end().ends_with("fn"))
            .map(|(at, name)| at..at + name.len())
    }

    /// Calls to functions that do not exist, or with a number of arguments that none of that name takes.
    pub(crate) fn unknown_calls(&self, known: &Known) -> Vec<Diagnostic> {
        calls(&self.ast, &self.source)
            .iter()
            .filter_map(|site| {
                let own = self.defines(&site.name);
                lint::fault_of(site, known, &own).map(|fault| fault.diagnostic(&self.source))
            })
            .collect()
    }

    pub(crate) fn calls(&self) -> Vec<CallSite> {
        calls(&self.ast, &self.source)
    }

    pub(crate) fn properties(&self) -> Vec<PropertySite> {
        properties(&self.ast, &self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> Result<Dynamic, Diagnostic> {
        let engine = engine();
        let source = Source::new("scripts/x.rhai", text);
        Script::compile(&engine, &source)?.run(&engine, "measure", ())
    }

    fn fault(text: &str) -> (&'static str, usize, usize) {
        let found = run(text).expect_err("the script is faulty");
        let at = found.position().expect("a fault has a place");
        (found.code, at.line, at.column)
    }

    #[test]
    fn an_endless_loop_is_stopped() {
        assert_eq!(fault("fn measure() {\n    loop { }\n}").0, "script-too-long");
        assert_eq!(
            fault("fn measure() { let x = 0; while true { try { x += 1; } catch { } } }").0,
            "script-too-long"
        );
    }

    #[test]
    fn endless_recursion_is_an_error_and_no_crash() {
        assert_eq!(fault("fn deep() { deep() }\nfn measure() { deep() }").0, "script-too-deep");
    }

    #[test]
    fn growing_without_end_is_stopped_by_the_sizes() {
        assert_eq!(fault("fn measure() { let s = \"aaaa\"; loop { s += s; } }").0, "script-too-large");
        assert_eq!(fault("fn measure() { let a = []; a.pad(1000000000, 0); }").0, "script-too-large");
    }

    #[test]
    fn what_reaches_outside_does_not_exist() {
        for text in ["sleep(1)", "sleep(1.5)", "timestamp()", "exit()"] {
            assert_eq!(fault(&format!("fn measure() {{ {text} }}")).0, "script-unknown-function", "{text}");
        }
        for text in ["eval(\"1\")", "print(\"x\")", "debug(\"x\")", "import \"x\" as y;"] {
            let code = fault(&format!("fn measure() {{ {text} }}")).0;
            assert!(["script-reserved-word", "script-syntax"].contains(&code), "{text}: {code}");
        }
    }

    #[test]
    fn a_fault_is_placed_where_it_happened_not_where_the_function_was_called() {
        let text = "fn inner(x) {\n    let año = 1;\n    año / x\n}\nfn measure() { inner(0) }";
        assert_eq!(fault(text), ("script-division-by-zero", 3, 9));
    }

    #[test]
    fn an_undefined_variable_is_found_before_anything_runs() {
        let text = "fn measure() {\n    if false { totel }\n}";
        assert_eq!(fault(text), ("script-unknown-variable", 2, 16));
    }

    #[test]
    fn a_property_that_is_missing_is_named_and_placed() {
        let found = run("fn measure() {\n    let m = #{ words: 3 };\n    m.wrods\n}").unwrap_err();
        assert_eq!(found.code, "script-unknown-property");
        assert_eq!(found.args["name"], "wrods".into());
        assert_eq!(found.position().unwrap().line, 3);
    }

    #[test]
    fn an_unknown_function_is_found_in_a_branch_that_nobody_runs() {
        let engine = engine();
        let source = Source::new("x", "fn measure() {\n    if false { roundd(2) }\n    min(1)\n}");
        let script = Script::compile(&engine, &source).unwrap();
        let found = script.unknown_calls(&known(&engine));
        let codes: Vec<_> = found.iter().map(|d| (d.code, d.position().unwrap().line)).collect();
        assert_eq!(codes, [("script-unknown-function", 2), ("script-wrong-arity", 3)]);
    }

    #[test]
    fn a_closure_that_uses_a_variable_from_outside_is_no_unknown_function() {
        let engine = engine();
        let text = "fn measure() { let least = 2; [1, 2, 3].filter(|n| n >= least).len() }";
        let script = Script::compile(&engine, &Source::new("x", text)).unwrap();
        assert_eq!(script.unknown_calls(&known(&engine)), []);
        assert_eq!(script.run(&engine, "measure", ()).unwrap().as_int(), Ok(2));
    }

    #[test]
    fn overflow_is_an_error() {
        assert_eq!(fault("fn measure() { 9223372036854775807 + 1 }").0, "script-overflow");
    }

    #[test]
    fn a_reserved_word_is_called_by_its_name() {
        let found = run("fn measure(call) { 1 }").unwrap_err();
        assert_eq!((found.code, &found.args["word"]), ("script-reserved-word", &"call".into()));
    }
}
