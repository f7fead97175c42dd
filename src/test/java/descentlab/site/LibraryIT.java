package descentlab.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import descentlab.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program as a library: {@code trace} of both builds in a browser, and of the JavaScript in Node where there is one. */
class LibraryIT {
    private static final List<Golden> GOLDEN = Stream.of("gradient_descent", "formulas", "optimizers", "schedules", "lbfgs")
        .flatMap(name -> Golden.read(name + ".jsonl").stream()).toList();

    private static final String UNREADABLE = "f=2*(x&x0=1&lr=0.1";

    @Test
    void javaScriptInThePage() throws IOException {
        try (Page page = library("descent-lab.js")) {
            assertEquals(true, page.script("return typeof trace === 'undefined' && typeof main === 'undefined'"), "only DescentLab is global");
            check(texts -> page.script("return JSON.stringify(arguments[0].map(text => DescentLab.trace(text)))", texts));
        }
    }

    @Test
    void webAssemblyInThePage() throws IOException {
        try (Page page = library("descent-lab.wasm-runtime.js")) {
            assertEquals("loaded", page.browser().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                TeaVM.wasmGC.load("descent-lab.wasm").then(program => { window.program = program; done("loaded"); }, error => done(String(error)));
                """));
            check(texts -> page.script("return JSON.stringify(arguments[0].map(text => program.exports.trace(text)))", texts));
        }
    }

    @Test
    void javaScriptInNode() throws IOException {
        Optional<Path> node = Browsers.onPath("node");
        System.out.println(node.map(path -> "Node is at " + path + ": the library is tested in it too.")
            .orElse("No node is on the PATH: the library is tested in the browser only."));
        if (node.isPresent()) {
            check(texts -> traceIn(node.get(), texts));
        }
    }

    /** Gives the traces of texts, as one JSON array of strings. */
    private interface Library {
        Object trace(List<String> texts) throws IOException;
    }

    private static void check(Library library) throws IOException {
        assertTrue(GOLDEN.size() > 30);
        List<String> texts = Stream.concat(GOLDEN.stream().map(Golden::experiment), Stream.of(UNREADABLE)).toList();
        List<String> traces = Arrays.asList(new Gson().fromJson((String) library.trace(texts), String[].class));
        assertEquals(texts.size(), traces.size());
        for (int i = 0; i < GOLDEN.size(); i++) {
            GOLDEN.get(i).check(traces.get(i));
        }
        String refusal = traces.get(GOLDEN.size());
        assertTrue(JsonParser.parseString(refusal).getAsJsonObject().getAsJsonObject("error").has("position"), refusal);
    }

    private static Page library(String script) throws IOException {
        Page page = new Page(Screen.DESKTOP);
        page.server().page("library.html",
            "<!DOCTYPE html><meta charset=utf-8><title>Library</title><link rel=icon href=icon.svg><script src=" + script + "></script>");
        return page.visit("library.html");
    }

    private static String traceIn(Path node, List<String> texts) throws IOException {
        Process process = new ProcessBuilder(node.toString(), "-e", """
            const { trace } = require(process.argv[1]);
            const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
            process.stdout.write(JSON.stringify(texts.map(text => trace(text))));
            """, SiteServer.SITE.resolve("descent-lab.js").toAbsolutePath().toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = process.getOutputStream()) {
            in.write(new Gson().toJson(texts).getBytes(UTF_8));
        }
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
