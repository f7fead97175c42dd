package descentlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descentlab.benchmark.Programs;
import descentlab.browser.TapeProgram;
import descentlab.experiment.Catalogue;
import descentlab.expression.RandomFormulas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teavm.tooling.TeaVMTargetType;

/** WebAssembly made at run time computes what the interpreter computes, bit for bit, in both builds and on many formulas. */
class CompiledTapeIT {
    private static final List<String> EVERY_OPERATION = List.of("tan(x) + cot(y)", "sec(x) csc(y)", "asin(x) + acos(y) + atan(x y)", "sinh(x) cosh(y)",
        "tanh(x) + asinh(y)", "acosh(x) + atanh(y)", "exp(x) ln(y)", "log10(x) log2(y)", "sqrt(x) + cbrt(y)", "|x| + sign(y)", "floor(x) ceil(y)",
        "sigmoid(x) softplus(y)", "relu(x) + max(x, y) min(x, -y)", "x^y", "2^x + y^2.5 + x^-3", "1/x - -y", "3", "y", "ln(y)", "x^2 + 0y");

    private static List<String> formulas() {
        List<String> texts = new ArrayList<>(EVERY_OPERATION);
        Catalogue.FUNCTIONS.forEach(entry -> texts.add(entry.formula()));
        RandomFormulas random = new RandomFormulas(60, List.of("x", "y"));
        for (int i = 0; i < 60; i++) {
            texts.add(random.smooth(4));
        }
        return texts;
    }

    private static final String PAGE = """
        <!DOCTYPE html><meta charset=utf-8><title>Tapes</title><link rel=icon href=icon.svg><script src=descent-lab.wasm-runtime.js></script>
        <script type=module>
            import * as program from "./tapes-test/tapes.js";
            window.programs = {js: program, wasm: (await TeaVM.wasmGC.load("tapes-test/tapes.wasm")).exports};
        </script>""";

    @Test
    void equalsTheInterpreter() throws Exception {
        Path directory = Files.createDirectories(SiteServer.SITE.resolve("tapes-test"));
        try (Page page = new Page(Screen.DESKTOP)) {
            Programs.compile(TapeProgram.class, TeaVMTargetType.JAVASCRIPT, directory, "tapes.js");
            Programs.compile(TapeProgram.class, TeaVMTargetType.WEBASSEMBLY_GC, directory, "tapes.wasm");
            page.server().page("tapes.html", PAGE);
            page.browser().manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
            page.visit("tapes.html").until("return !!window.programs");
            for (String build : List.of("js", "wasm")) {
                Object answer = page.script("""
                    const [build, texts] = arguments;
                    return JSON.stringify(texts.filter((text, i) => programs[build].differences(text, i) !== 0));""", build, formulas());
                assertEquals("[]", answer, build);
                assertEquals(true, page.script("return programs[arguments[0]].compiles('x^2')", build), build);
            }
            page.errors();
        } finally {
            for (String file : List.of("tapes.js", "tapes.wasm")) {
                Files.deleteIfExists(directory.resolve(file));
            }
            Files.delete(directory);
        }
    }
}
