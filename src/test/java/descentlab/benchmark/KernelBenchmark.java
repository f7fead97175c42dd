package descentlab.benchmark;

import descentlab.site.Browsers;
import descentlab.site.Page;
import descentlab.site.Screen;
import descentlab.site.SiteServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMToolException;

/** Each update rule over 256 lanes against the same fused by hand in JavaScript, in one browser, both builds: the ratio of speeds. */
public final class KernelBenchmark {
    private static final int STEPS = 20_000;
    private static final int ROUNDS = 9;
    private static final String PLACE = "benchmark";

    private KernelBenchmark() {
    }

    public static void main(String[] arguments) throws IOException, TeaVMToolException {
        Path directory = Files.createDirectories(SiteServer.SITE.resolve(PLACE));
        try {
            Programs.compile(Kernels.class, TeaVMTargetType.JAVASCRIPT, directory, "kernels-teavm.js");
            Programs.compile(Kernels.class, TeaVMTargetType.WEBASSEMBLY_GC, directory, "kernels.wasm");
            try (InputStream in = KernelBenchmark.class.getResourceAsStream("/benchmark/kernels.js")) {
                Files.write(directory.resolve("kernels.js"), in.readAllBytes());
            }
            measure("js", "DescentKernels.time");
            measure("wasm", "program.exports.time");
        } finally {
            Browsers.shared().quit();
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    private static void measure(String build, String function) throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.server().header("Cross-Origin-Opener-Policy", "same-origin");
            page.server().header("Cross-Origin-Embedder-Policy", "require-corp");
            page.browser().manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
            page.server().page("kernels.html", """
                <!DOCTYPE html><meta charset=utf-8><title>Kernels</title><link rel=icon href=icon.svg><script src=benchmark/kernels.js></script>
                <script src=descent-lab.wasm-runtime.js></script>
                <script type=module>import { time } from "./benchmark/kernels-teavm.js"; window.DescentKernels = { time };</script>""");
            page.visit("kernels.html");
            Object answer = page.browser().executeAsyncScript("""
                const [function_, steps, rounds, done] = arguments;
                const wasm = function_.startsWith("program");
                const loading = TeaVM.wasmGC.load("benchmark/kernels.wasm").then(loaded => { window.program = loaded; });
                const ready = wasm ? loading : new Promise(resolve => setTimeout(resolve, 300));
                ready.then(() => {
                    const ours = wasm ? (n, s) => program.exports.time(n, s) : (n, s) => DescentKernels.time(n, s);
                    done(JSON.stringify(compare(ours, steps, rounds)));
                }).catch(error => done(JSON.stringify([[String(error), 0, 0]])));
                """, function, STEPS, ROUNDS);
            report(build, new com.google.gson.Gson().fromJson((String) answer, List[].class));
        }
    }

    private static void report(String build, List<?>[] rows) {
        System.out.printf("%n%-5s rule         by hand, ns   ours, ns   speed%n", build);
        double logarithms = 0;
        for (List<?> row : rows) {
            double hand = (Double) row.get(1);
            double ours = (Double) row.get(2);
            logarithms += Math.log(hand / ours);
            System.out.printf("      %-10s %12.2f %11.2f %7.2f%n", row.get(0), hand, ours, hand / ours);
        }
        System.out.printf("      geometric mean %28.2f%n", Math.exp(logarithms / rows.length));
    }
}
