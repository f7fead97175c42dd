package descentlab.benchmark;

import descentlab.experiment.ChartPlan;
import descentlab.message.InputException;
import descentlab.site.Browsers;
import descentlab.site.Page;
import descentlab.site.Screen;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chromium.ChromiumDriver;

/**
 * Measures how long maps of learning rates take on the page, in a headless browser and for both builds: until the whole is seen coarsely, until every
 * pixel is known, and the longest task of the page meanwhile; with one worker and with two, for more pixels and for more steps.
 */
public final class MapsBenchmark {
    private static final List<String> BUILDS = List.of("js", "wasm");
    private static final int RUNS = 7;
    private static final int WARM = 25;
    private static final int ROUNDS = 15;
    /** For maps that take seconds, in which code becomes warm sooner. */
    private static final int FEW = 7;
    private static final Screen SCREEN = new Screen(1920, 1080, 1, false, false);
    private static final String WAVY = "f=x%5E2%2B10*sin(x)&x0=-5";

    /** Where the page's work stands is seen in its markup as soon as that changes; to ask for it again and again would take time from what is measured. */
    private static final String MAP = """
        const [hash, done] = arguments, details = document.getElementById("maps-details"), start = performance.now();
        let longest = 0, first = 0, begun = false;
        const tasks = new PerformanceObserver(list => list.getEntries().forEach(entry => { longest = Math.max(longest, entry.duration); }));
        tasks.observe({ type: "longtask" });
        const changes = new MutationObserver(() => {
            const busy = details.getAttribute("aria-busy") === "true", time = performance.now() - start;
            begun = begun || busy;
            if (begun && !first && document.getElementById("maps-words").textContent) first = time;
            if (first && !busy) {
                changes.disconnect();
                setTimeout(() => { tasks.disconnect(); done([first, time, longest]); }, 100);
            }
        });
        changes.observe(details, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-busy"] });
        location.hash = hash;
        """;

    /**
     * The same tiles by workers without a page that draws: what they take is all theirs. By one worker, by the other and by both in turn, since code becomes
     * warm and the machine's speed wanders.
     */
    private static final String ALONE = """
        const [text, tiles, round, done] = arguments, AHEAD = 2;
        const workers = window.workers = window.workers || [0, 1].map(() => new Worker("worker.js"));
        const map = (some, name) => new Promise(whole => {
            const start = performance.now();
            let next = 0, left = tiles;
            const ask = (worker, spent) => {
                if (next < tiles) worker.postMessage({ job: 1, text: text + name, tile: next++, spent: spent }, spent ? [spent.buffer] : []);
            };
            for (const worker of some) {
                worker.onmessage = event => { ask(worker, event.data.numbers); if (--left === 0) whole(performance.now() - start); };
                for (let k = 0; k < AHEAD; k++) ask(worker, null);
            }
        });
        (async () => {
            const one = await map([workers[0]], 3 * round), other = await map([workers[1]], 3 * round + 1);
            done([(one + other) / 2, await map(workers, 3 * round + 2)]);
        })();
        """;

    private MapsBenchmark() {
    }

    public static void main(String[] arguments) throws IOException, InputException {
        System.out.println("build  workers  map                          first picture, ms   complete, ms   longest task of the page, ms");
        try {
            for (String build : BUILDS) {
                measure(build, "SGD 800 x 400", 800, 400, "lr=0.1");
                measure(build, "Adam 800 x 400", 800, 400, "run=Adam(lr=0.1)");
                measure(build, "SGD 400 x 200", 400, 200, "lr=0.1");
                measure(build, "SGD 800 x 400, 1000 steps", 800, 400, "lr=0.1&steps=1000");
                measure(build, "SGD 800 x 400, 2000 steps", 800, 400, "lr=0.1&steps=2000");
            }
            for (String rule : List.of("SGD", "Adam", "SGD", "Adam")) {
                measureAlone(rule);
            }
            for (String build : BUILDS) {
                scale(build, "SGD 800 x 400", "lr=0.1", WARM, ROUNDS);
                scale(build, "Adam 800 x 400", "run=Adam(lr=0.1)", WARM, ROUNDS);
                scale(build, "Adam 800 x 400, 2000 steps", "run=Adam(lr=0.1)&steps=2000", FEW, FEW);
            }
        } finally {
            Browsers.shared().quit();
        }
    }

    private static void measureAlone(String rule) throws IOException, InputException {
        String text = WAVY + "&run=" + rule + "(lr=1)&steps=500&survey=atlas&width=800&height=400&lr=0.001..2&x0=-6..6.00";
        try (Page page = new Page(SCREEN)) {
            page.visit("index.html?backend=js#f=x%5E2&x0=1&lr=0.1").until(Page.WHOLE);
            int tiles = ChartPlan.survey(text, null).tiles();
            double[][] times = new double[2][ROUNDS];
            for (int k = -WARM; k < ROUNDS; k++) {
                note(page.browser().executeAsyncScript(ALONE, text, tiles, k + WARM), times, k);
            }
            double one = median(times[0]);
            double two = median(times[1]);
            System.out.printf("js           1  %-28s %17s %14.0f%n", rule + " 800 x 400, alone", "", one);
            System.out.printf("js           2  %-28s %17s %14.0f   %.2f x%n", rule + " 800 x 400, alone", "", two, one / two);
        }
    }

    /**
     * The very first map of a page with two workers, when browsers have compiled nothing yet; then, warm, maps by one worker and by two in turn, each in a
     * page of its own, since the machine's speed wanders. What the page itself does for a map is the same for short and for long ones, and with two workers
     * shares the cores with them.
     */
    private static void scale(String build, String name, String run, int warm, int rounds) throws IOException {
        ChromiumDriver browser = Browsers.shared();
        String first = browser.getWindowHandle();
        try (Page one = new Page(SCREEN)) {
            prepare(one, build, 1, 800, 400);
            String second = browser.switchTo().newWindow(WindowType.TAB).getWindowHandle();
            try (Page two = new Page(SCREEN)) {
                prepare(two, build, 2, 800, 400);
                double[][] cold = new double[3][1];
                double[][] byOne = new double[3][rounds];
                double[][] byTwo = new double[3][rounds];
                note(map(two, run, 0), cold, 0);
                print(build, 2, name + ", first of all", cold);
                for (int k = -warm; k < rounds; k++) {
                    show(browser, first);
                    note(map(one, run, k + warm + 1), byOne, k);
                    show(browser, second);
                    note(map(two, run, k + warm + 1), byTwo, k);
                }
                print(build, 1, name + ", warm", byOne);
                print(build, 2, name + ", warm", byTwo);
                System.out.printf("%-6s %7s  %-28s %17s %14.2f%n", build, "1 : 2", name + ", warm", "", median(byOne[1]) / median(byTwo[1]));
            }
            browser.close();
            show(browser, first);
        }
    }

    /** Brings a page to the front, and waits until that has been painted. */
    private static void show(ChromiumDriver browser, String window) {
        browser.switchTo().window(window);
        browser.executeCdpCommand("Page.bringToFront", Map.of());
        browser.executeAsyncScript("setTimeout(arguments[0], 300)");
    }

    private static void prepare(Page page, String build, int workers, int width, int height) {
        page.visit("index.html?backend=" + build + "#f=x%5E2&x0=1&lr=0.1").until(Page.WHOLE);
        page.script("document.head.appendChild(document.createElement('style')).textContent = arguments[0]",
            "#maps { width: " + (width + 46 + 196 + 24) + "px !important; height: " + (height + 44) + "px !important }");
        page.script("Object.defineProperty(navigator, 'hardwareConcurrency', { value: " + workers + " })");
    }

    /** Another map each time, a hair wider. */
    private static Object map(Page page, String run, int k) {
        return page.browser().executeAsyncScript(MAP, WAVY + "&" + run + "&survey=atlas&lr=0.001..2&x0=-6..6.0" + (100 + k));
    }

    private static void measure(String build, String name, int width, int height, String run) throws IOException {
        try (Page page = new Page(SCREEN)) {
            prepare(page, build, 2, width, height);
            double[][] times = new double[3][RUNS];
            for (int k = -2; k < RUNS; k++) {
                note(map(page, run, k + 3), times, k);
            }
            print(build, 2, name, times);
        }
    }

    private static void print(String build, int workers, String name, double[][] times) {
        System.out.printf("%-6s %7d  %-28s %17.0f %14.0f %14.0f%n", build, workers, name, median(times[0]), median(times[1]),
            Arrays.stream(times[2]).max().orElseThrow());
    }

    /** Those of round k, of which the first, below 0, only warm up. */
    private static void note(Object answer, double[][] times, int k) {
        for (int i = 0; i < times.length && k >= 0; i++) {
            times[i][k] = ((Number) ((List<?>) answer).get(i)).doubleValue();
        }
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
