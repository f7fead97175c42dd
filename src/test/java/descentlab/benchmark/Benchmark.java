package descentlab.benchmark;

import descentlab.site.Browsers;
import descentlab.site.Page;
import descentlab.site.Screen;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Measures how fast the page answers, in a headless browser and for both builds: the script time of a frame while the rate is dragged with five
 * runs of 1,000 steps, and the long tasks (over 50 ms) while the page loads.
 */
public final class Benchmark {
    private static final String EXPERIMENT = "f=x%5E2%2B10*sin(x)&x0=-5&steps=1000&lr=0.01,0.05,0.1,0.2,0.3";
    private static final int WARM_UP = 50;
    private static final int FRAMES = 200;
    private static final int LOADS = 5;

    /**
     * Drags the slider to and fro, a place a frame. Callbacks of one frame run in the order they were asked for, so those asked for before and after
     * the input event enclose the page's own.
     */
    private static final String DRAG = """
        const [frames, done] = arguments;
        const slider = document.getElementById("rate");
        const low = Number(slider.min), range = Number(slider.max) - low;
        const times = [];
        function drag() {
            if (times.length === frames) { done(times); return; }
            const place = 0.35 + 0.3 * Math.abs(1 - times.length % 80 / 40);
            let frameStart = 0;
            requestAnimationFrame(() => { frameStart = performance.now(); });
            const eventStart = performance.now();
            slider.value = low + place * range;
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            const event = performance.now() - eventStart;
            requestAnimationFrame(() => {
                times.push(event + performance.now() - frameStart);
                setTimeout(drag);
            });
        }
        setTimeout(drag);
        """;

    private static final String LONG_TASKS = """
        const done = arguments[0];
        new PerformanceObserver(list => done(list.getEntries().map(entry => entry.duration))).observe({ type: "longtask", buffered: true });
        setTimeout(() => done([]), 500);
        """;

    private Benchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println("build  script per frame while dragging, ms      long tasks in " + LOADS + " loads");
        System.out.println("       median    95 %     max                 number  longest, ms");
        try {
            for (String build : List.of("js", "wasm")) {
                measure(build);
            }
        } finally {
            Browsers.shared().quit();
        }
    }

    private static void measure(String build) throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            // Chromium rounds its clock to 0.1 ms, unless the page is isolated from other origins.
            page.server().header("Cross-Origin-Opener-Policy", "same-origin");
            page.server().header("Cross-Origin-Embedder-Policy", "require-corp");
            page.browser().executeCdpCommand("Network.enable", Map.of());
            page.browser().executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
            int longTasks = 0;
            double longest = 0;
            for (int load = 0; load < LOADS; load++) {
                page.visit("index.html?backend=" + build + "#" + EXPERIMENT).until(Page.READY);
                for (double task : numbers(page.browser().executeAsyncScript(LONG_TASKS))) {
                    longTasks++;
                    longest = Math.max(longest, task);
                }
            }
            page.browser().executeAsyncScript(DRAG, WARM_UP);
            List<Double> frames = numbers(page.browser().executeAsyncScript(DRAG, FRAMES)).stream().sorted().toList();
            System.out.printf("%-5s %7.2f %7.2f %7.2f %22d %12.0f%n", build, frames.get(FRAMES / 2), frames.get(FRAMES * 95 / 100),
                frames.get(FRAMES - 1), longTasks, longest);
        }
    }

    private static List<Double> numbers(Object list) {
        return ((List<?>) list).stream().map(number -> ((Number) number).doubleValue()).toList();
    }
}
