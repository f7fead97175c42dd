package descentlab.benchmark;

import descentlab.site.Browsers;
import descentlab.site.Page;
import descentlab.site.Screen;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Measures how long maps of learning rates take on the page, in a headless browser and for both builds: until the whole is seen coarsely, until every
 * pixel is known, and the longest task of the page meanwhile; with one worker and with two, for more pixels and for more steps.
 */
public final class MapsBenchmark {
    private static final int RUNS = 7;
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

    /** The same tiles by so many workers without a page that draws: what is left of two cores for them is all theirs. */
    private static final String ALONE = """
        const [text, tiles, count, done] = arguments, AHEAD = 8;
        const workers = Array.from({ length: count }, () => new Worker("worker.js"));
        const all = upper => new Promise(whole => {
            let next = 0, left = tiles;
            const ask = worker => { if (next < tiles) worker.postMessage({ job: 1, text: text + upper, tile: next++ }); };
            for (const worker of workers) {
                worker.onmessage = () => { ask(worker); if (--left === 0) whole(); };
                for (let k = 0; k < AHEAD; k++) ask(worker);
            }
        });
        (async () => {
            const times = [];
            for (let k = 0; k < 9; k++) {
                const start = performance.now();
                await all(k);
                times.push(performance.now() - start);
            }
            workers.forEach(worker => worker.terminate());
            done(times.slice(2).sort((a, b) => a - b)[3]);
        })();
        """;

    private MapsBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println("build  workers  map                          first picture, ms   complete, ms   longest task of the page, ms");
        try {
            for (int workers : new int[] {1, 2, 1, 2}) {
                measureAlone(workers, "SGD 800 x 400, alone", "SGD(lr=1)");
                measureAlone(workers, "Adam 800 x 400, alone", "Adam(lr=1)");
            }
            for (String build : List.of("js", "wasm")) {
                for (int workers : new int[] {2, 1}) {
                    measure(build, workers, "SGD 800 x 400", 800, 400, "lr=0.1");
                    measure(build, workers, "Adam 800 x 400", 800, 400, "run=Adam(lr=0.1)");
                }
                measure(build, 2, "SGD 400 x 200", 400, 200, "lr=0.1");
                measure(build, 2, "SGD 800 x 400, 1000 steps", 800, 400, "lr=0.1&steps=1000");
                measure(build, 2, "SGD 800 x 400, 2000 steps", 800, 400, "lr=0.1&steps=2000");
            }
        } finally {
            Browsers.shared().quit();
        }
    }

    private static void measureAlone(int workers, String name, String run) throws IOException {
        String text = WAVY + "&run=" + run + "&steps=500&survey=atlas&width=800&height=400&lr=0.001..2&x0=-6..6.00";
        try (Page page = new Page(SCREEN)) {
            page.visit("index.html?backend=js#f=x%5E2&x0=1&lr=0.1").until(Page.WHOLE);
            int tiles = ((Number) page.browser().executeScript("return Math.ceil(800 * 400 / DescentLab.tile(arguments[0], 0)[1])", text + 1)).intValue();
            double time = ((Number) page.browser().executeAsyncScript(ALONE, text, tiles, workers)).doubleValue();
            System.out.printf("%-6s %7d  %-28s %17s %14.0f%n", "js", workers, name, "", time);
        }
    }

    private static void measure(String build, int workers, String name, int width, int height, String run) throws IOException {
        try (Page page = new Page(SCREEN)) {
            page.visit("index.html?backend=" + build + "#f=x%5E2&x0=1&lr=0.1").until(Page.WHOLE);
            page.script("document.head.appendChild(document.createElement('style')).textContent = arguments[0]",
                "#maps { width: " + (width + 46 + 196 + 24) + "px !important; height: " + (height + 44) + "px !important }");
            page.script("Object.defineProperty(navigator, 'hardwareConcurrency', { value: " + workers + " })");
            double[][] times = new double[3][RUNS];
            for (int k = -2; k < RUNS; k++) {
                // Another map each time, a hair wider.
                List<?> answer = (List<?>) page.browser().executeAsyncScript(MAP, WAVY + "&" + run + "&survey=atlas&lr=0.001..2&x0=-6..6.00" + (k + 3));
                for (int i = 0; i < 3 && k >= 0; i++) {
                    times[i][k] = ((Number) answer.get(i)).doubleValue();
                }
            }
            for (double[] each : times) {
                Arrays.sort(each);
            }
            System.out.printf("%-6s %7d  %-28s %17.0f %14.0f %14.0f%n", build, workers, name, times[0][RUNS / 2], times[1][RUNS / 2], times[2][RUNS - 1]);
        }
    }
}
