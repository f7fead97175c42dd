package descentlab.benchmark;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpServer;
import descentlab.browser.TapeProgram;
import descentlab.site.Browsers;
import descentlab.site.SiteServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMToolException;

/**
 * A step of plain gradient descent of eight formulas over 256 lanes, against the same fused by hand in JavaScript: interpreted, and as WebAssembly
 * made at run time, from both builds, in one page of every browser that is found. The page tells its result to a server here, so no browser needs a
 * driver.
 */
public final class StepBenchmark {
    private static final int STEPS = 2000;
    private static final int ROUNDS = 15;
    private static final List<String> WAYS = List.of("tape", "evaluated", "fused");
    private static final String PAGE = """
        <!DOCTYPE html><meta charset=utf-8><title>Steps</title><link rel=icon href=icon.svg><script src=benchmark/steps.js></script>
        <script src=descent-lab.wasm-runtime.js></script>
        <script type=module>
            import { time } from "./benchmark/tapes.js";
            const { exports } = await TeaVM.wasmGC.load("benchmark/tapes.wasm");
            let rows;
            try { rows = await compareSteps([{ time }, exports], %s, %d, %d); } catch (error) { rows = [[error + " " + error.stack]]; }
            await fetch("http://127.0.0.1:%d/", { method: "POST", mode: "no-cors", body: JSON.stringify(rows) });
        </script>""";

    private StepBenchmark() {
    }

    public static void main(String[] arguments) throws IOException, TeaVMToolException, InterruptedException {
        BlockingQueue<String> results = new ArrayBlockingQueue<>(1);
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        listener.createContext("/", exchange -> {
            results.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "cross-origin");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
        Path directory = Files.createDirectories(SiteServer.SITE.resolve("benchmark"));
        try (SiteServer server = new SiteServer("/", 0)) {
            Programs.compile(TapeProgram.class, TeaVMTargetType.JAVASCRIPT, directory, "tapes.js");
            Programs.compile(TapeProgram.class, TeaVMTargetType.WEBASSEMBLY_GC, directory, "tapes.wasm");
            try (InputStream in = StepBenchmark.class.getResourceAsStream("/benchmark/steps.js")) {
                Files.write(directory.resolve("steps.js"), in.readAllBytes());
            }
            // Clocks are coarse unless the page is isolated from other origins.
            server.header("Cross-Origin-Opener-Policy", "same-origin");
            server.header("Cross-Origin-Embedder-Policy", "require-corp");
            server.page("steps.html", PAGE.formatted(new Gson().toJson(WAYS), STEPS, ROUNDS, listener.getAddress().getPort()));
            for (List<String> browser : browsers()) {
                measure(browser, server.address() + "steps.html", results);
            }
        } finally {
            listener.stop(0);
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The commands of those that are installed. */
    private static List<List<String>> browsers() {
        List<List<String>> commands = new ArrayList<>();
        for (String name : List.of("google-chrome", "chromium", "firefox-esr")) {
            Optional<Path> program = Browsers.onPath(name);
            boolean mozilla = name.startsWith("firefox");
            program.ifPresent(path -> commands.add(mozilla ? List.of(path.toString(), "--headless", "--no-remote", "--profile")
                : List.of(path.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir")));
        }
        return commands;
    }

    private static void measure(List<String> command, String address, BlockingQueue<String> results) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("profile");
        List<String> all = new ArrayList<>(command);
        boolean mozilla = command.contains("--profile");
        if (mozilla) {
            all.add(profile.toString());
        } else {
            all.set(all.size() - 1, "--user-data-dir=" + profile);
        }
        all.add(address);
        Process browser = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            String rows = results.poll(10, TimeUnit.MINUTES);
            report(Path.of(command.get(0)).getFileName().toString(), new Gson().fromJson(rows, Object[][].class));
        } finally {
            browser.descendants().forEach(ProcessHandle::destroy);
            browser.destroy();
            browser.waitFor();
        }
    }

    private static void report(String browser, Object[][] rows) {
        System.out.printf("%n%s, 256 lanes, ns a step and lane, and the speed against by hand%n%-36s %8s", browser, "", "by hand");
        for (String build : List.of("js", "wasm")) {
            WAYS.forEach(way -> System.out.printf(" %17s", build + " " + way));
        }
        double[] logarithms = new double[2 * WAYS.size()];
        double[] worst = new double[logarithms.length];
        Arrays.fill(worst, Double.POSITIVE_INFINITY);
        for (Object[] row : rows) {
            if (row.length == 1) {
                throw new IllegalStateException(String.valueOf(row[0]));
            }
            String formula = (String) row[0];
            double hand = (Double) row[1];
            System.out.printf("%n%-36s %8.2f", formula.substring(0, Math.min(36, formula.length())), hand);
            for (int k = 0; k < logarithms.length; k++) {
                double speed = hand / (Double) row[2 + k];
                logarithms[k] += Math.log(speed) / rows.length;
                worst[k] = Math.min(worst[k], speed);
                System.out.printf(" %9.2f ×%6.2f", (Double) row[2 + k], speed);
            }
        }
        System.out.printf("%n%-45s", "geometric mean");
        for (double logarithm : logarithms) {
            System.out.printf(" %9s ×%6.2f", "", Math.exp(logarithm));
        }
        System.out.printf("%n%-45s", "worst");
        for (double least : worst) {
            System.out.printf(" %9s ×%6.2f", "", least);
        }
        System.out.println();
    }
}
