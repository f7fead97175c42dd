package descentlab.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import descentlab.Golden;
import descentlab.GoldenLearning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program as a library: {@code trace} and {@code train} of both builds in a browser, and of the JavaScript in Node where there is one. */
class LibraryIT {
    private static final List<Golden> GOLDEN = Stream.of("gradient_descent", "formulas", "optimizers", "schedules", "lbfgs", "unseen")
        .flatMap(name -> Golden.read(name + ".jsonl").stream()).toList();

    private static final String UNREADABLE = "f=2*(x&x0=1&lr=0.1";

    @Test
    void javaScriptInThePage() throws IOException {
        try (Page page = library("descent-lab.js")) {
            assertEquals(true, page.script("return typeof trace === 'undefined' && typeof train === 'undefined' && typeof main === 'undefined'"), "only DescentLab is global");
            check(texts -> page.script("return JSON.stringify(arguments[0].map(text => DescentLab.trace(text)))", texts));
            checkLearning(texts -> page.script("return JSON.stringify(arguments[0].map(text => DescentLab.train(text)))", texts));
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
            checkLearning(texts -> page.script("return JSON.stringify(arguments[0].map(text => program.exports.train(text)))", texts));
        }
    }

    @Test
    void javaScriptInNode() throws IOException {
        Optional<Path> node = Browsers.onPath("node");
        System.out.println(node.map(path -> "Node is at " + path + ": the library is tested in it too.")
            .orElse("No node is on the PATH: the library is tested in the browser only."));
        if (node.isPresent()) {
            check(texts -> answersIn(node.get(), "trace", texts));
            checkLearning(texts -> answersIn(node.get(), "train", texts));
        }
    }

    /** Gives what a function of the library answers to texts, as one JSON array of strings. */
    private interface Library {
        Object answer(List<String> texts) throws IOException;
    }

    private static void check(Library library) throws IOException {
        assertTrue(GOLDEN.size() > 30);
        List<String> texts = Stream.concat(GOLDEN.stream().map(Golden::experiment), Stream.of(UNREADABLE)).toList();
        List<String> traces = Arrays.asList(new Gson().fromJson((String) library.answer(texts), String[].class));
        assertEquals(texts.size(), traces.size());
        for (int i = 0; i < GOLDEN.size(); i++) {
            GOLDEN.get(i).check(traces.get(i));
        }
        String refusal = traces.get(GOLDEN.size());
        assertTrue(JsonParser.parseString(refusal).getAsJsonObject().getAsJsonObject("error").has("position"), refusal);
    }

    private static void checkLearning(Library library) throws IOException {
        assertEquals(16, GoldenLearning.ALL.size());
        List<String> texts = Stream.concat(GoldenLearning.ALL.stream().map(GoldenLearning::request), Stream.of("{")).toList();
        String[] answers = new Gson().fromJson((String) library.answer(texts), String[].class);
        for (int i = 0; i < GoldenLearning.ALL.size(); i++) {
            GoldenLearning.ALL.get(i).check(answers[i]);
        }
        assertTrue(answers[GoldenLearning.ALL.size()].startsWith("{\"error\":{\"message\":"), answers[GoldenLearning.ALL.size()]);
    }

    private static Page library(String script) throws IOException {
        Page page = new Page(Screen.DESKTOP);
        page.server().page("library.html",
            "<!DOCTYPE html><meta charset=utf-8><title>Library</title><link rel=icon href=icon.svg><script src=" + script + "></script>");
        return page.visit("library.html");
    }

    private static String answersIn(Path node, String function, List<String> texts) throws IOException {
        Process process = new ProcessBuilder(node.toString(), "-e", """
            const library = require(process.argv[1]);
            const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
            process.stdout.write(JSON.stringify(texts.map(text => library[process.argv[2]](text))));
            """, SiteServer.SITE.resolve("descent-lab.js").toAbsolutePath().toString(), function).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = process.getOutputStream()) {
            in.write(new Gson().toJson(texts).getBytes(UTF_8));
        }
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
