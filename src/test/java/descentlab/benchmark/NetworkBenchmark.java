package descentlab.benchmark;

import com.google.gson.Gson;
import descentlab.site.Browsers;
import descentlab.site.Page;
import descentlab.site.Screen;
import descentlab.site.SiteServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMToolException;

/**
 * Steps a second of a small network, full batch and in batches of ten: both builds against an object for each node and link, as tensorflow/playground
 * has it, and against TensorFlow.js where the system property {@code tfjs} says where its tf.min.js is. All in one browser, by turns, the best of five.
 */
public final class NetworkBenchmark {
    private static final String PLACE = "benchmark";
    private static final int[] BATCHES = {0, 10};

    private NetworkBenchmark() {
    }

    public static void main(String[] arguments) throws IOException, TeaVMToolException {
        Path directory = Files.createDirectories(SiteServer.SITE.resolve(PLACE));
        String tfjs = System.getProperty("tfjs", "");
        try {
            Programs.compile(Networks.class, TeaVMTargetType.JAVASCRIPT, directory, "networks-teavm.js");
            Programs.compile(Networks.class, TeaVMTargetType.WEBASSEMBLY_GC, directory, "networks.wasm");
            try (InputStream in = NetworkBenchmark.class.getResourceAsStream("/benchmark/networks.js")) {
                Files.write(directory.resolve("networks.js"), in.readAllBytes());
            }
            if (!tfjs.isEmpty()) {
                Files.copy(Path.of(tfjs), directory.resolve("tf.js"));
            }
            for (int batch : BATCHES) {
                measure(batch, !tfjs.isEmpty());
            }
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

    private static void measure(int batch, boolean tensorFlow) throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.server().header("Cross-Origin-Opener-Policy", "same-origin");
            page.server().header("Cross-Origin-Embedder-Policy", "require-corp");
            page.browser().manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
            page.server().page("networks.html", """
                <!DOCTYPE html><meta charset=utf-8><title>Networks</title><link rel=icon href=icon.svg><script src=benchmark/networks.js></script>
                <script src=descent-lab.wasm-runtime.js></script>""" + (tensorFlow ? "<script src=benchmark/tf.js></script>" : "") + """
                <script type=module>import { time } from "./benchmark/networks-teavm.js"; window.OurNetworks = { time };</script>""");
            page.visit("networks.html");
            Object answer = page.browser().executeAsyncScript("""
                const [batch, done] = arguments;
                TeaVM.wasmGC.load("benchmark/networks.wasm")
                  .then(wasm => compareNetworks({ js: OurNetworks.time, wasm: (b, n) => wasm.exports.time(b, n) }, batch))
                  .then(result => done(JSON.stringify(result)), error => done(JSON.stringify({ [String(error)]: 0 })));
                """, batch);
            report(batch, new Gson().fromJson((String) answer, Map.class));
        }
    }

    private static void report(int batch, Map<?, ?> speeds) {
        double ours = Math.max((Double) speeds.get("js"), (Double) speeds.get("wasm"));
        System.out.printf("%n%-28s steps/s   best of ours is faster by%n", batch == 0 ? "full batch of 200" : "batch " + batch);
        speeds.forEach((name, speed) -> System.out.printf("  %-24s %9.0f   %.1f%n", name, (Double) speed, ours / (Double) speed));
    }
}
