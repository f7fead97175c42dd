package descentlab.benchmark;

import descentlab.site.Browsers;
import descentlab.site.Page;
import descentlab.site.Screen;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Measures how fast the page answers, in a headless browser and for both builds: the script time of a frame while something is dragged, turned, zoomed
 * or played, and the long tasks (over 50 ms) while the page loads.
 */
public final class Benchmark {
    private static final int WARM_UP = 40;
    private static final int FRAMES = 120;
    private static final int LOADS = 5;
    private static final Screen WIDE = new Screen(1600, 900, 1, false, false);
    /** The map's frame, without the axes, has 900 × 600 pixels, and the surface is not shown; or the surface has as many pixels, and the map is not shown. */
    private static final String MAP_ALONE = "#curve { width: 956px !important; height: 628px !important } #surface { display: none !important }";
    private static final String SURFACE_ALONE = "#surface { width: 900px !important; height: 600px !important } #curve { display: none !important }";

    /**
     * What is done once a frame.
     *
     * @param style      what of the page is to look otherwise
     * @param experiment its text
     * @param action     the body of a JavaScript function of k, the number of the frame
     */
    private record Task(String name, Screen screen, String style, String experiment, String action) {
    }

    private static final String SLIDE = """
        const slider = document.getElementById("rate"), low = Number(slider.min);
        slider.value = low + (0.35 + 0.3 * Math.abs(1 - k % 80 / 40)) * (Number(slider.max) - low);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        """;
    private static final String ACKLEY = "f=-20exp(-0.2sqrt((x%5E2%2By%5E2)/2))-exp((cos(2pi%20x)%2Bcos(2pi%20y))/2)%2Be%2B20&x0=-3.4,2.7&window=-5,5,-5,5";
    private static final String ROSENBROCK = "f=(1-x)%5E2%2B100(y-x%5E2)%5E2&x0=-1.2,1&lr=0.001&window=-2,2,-1,3";
    private static final List<Task> TASKS = List.of(
        new Task("rate of five runs of 1,000 steps", Screen.DESKTOP, "", "f=x%5E2%2B10*sin(x)&x0=-5&steps=1000&lr=0.01,0.05,0.1,0.2,0.3", SLIDE),
        new Task("rate on a map, 50 steps", WIDE, MAP_ALONE, ROSENBROCK, SLIDE),
        new Task("contours of Ackley anew", WIDE, MAP_ALONE, ACKLEY, key("curve", "k % 2 ? '+' : '-'")),
        new Task("surface turned", WIDE, SURFACE_ALONE, ACKLEY, key("surface", "'ArrowLeft'")),
        new Task("swarm of 10,000 played", WIDE, MAP_ALONE, ROSENBROCK + "&show=swarm", """
            const step = document.getElementById("step"); step.value = k % 50; step.dispatchEvent(new Event("input", { bubbles: true }));
            """),
        new Task("map and surface, start moved", WIDE, "", ROSENBROCK, key("curve", "k % 2 ? 'ArrowLeft' : 'ArrowRight'")));

    private static String key(String id, String key) {
        return "document.getElementById('" + id + "').dispatchEvent(new KeyboardEvent('keydown', { key: " + key + " }));";
    }

    /** Callbacks of one frame run in the order they were asked for, so those asked for before and after the event enclose the page's own. */
    private static final String FRAME_TIMES = """
        const [action, frames, done] = arguments;
        const act = new Function("k", action);
        const times = [];
        function frame() {
            if (times.length === frames) { done(times); return; }
            let frameStart = 0;
            requestAnimationFrame(() => { frameStart = performance.now(); });
            const eventStart = performance.now();
            act(times.length);
            const event = performance.now() - eventStart;
            requestAnimationFrame(() => {
                times.push(event + performance.now() - frameStart);
                setTimeout(frame);
            });
        }
        setTimeout(frame);
        """;

    private static final String LONG_TASKS = """
        const done = arguments[0];
        new PerformanceObserver(list => done(list.getEntries().map(entry => entry.duration))).observe({ type: "longtask", buffered: true });
        setTimeout(() => done([]), 500);
        """;

    private Benchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println("build  script of a frame, ms: median    95 %     max");
        try {
            for (String build : List.of("js", "wasm")) {
                for (Task task : TASKS) {
                    measure(build, task);
                }
                countLongTasks(build, "?backend=" + build);
            }
            countLongTasks("first", "");
        } finally {
            Browsers.shared().quit();
        }
    }

    private static void measure(String build, Task task) throws IOException {
        try (Page page = new Page(task.screen)) {
            // Chromium rounds its clock to 0.1 ms, unless the page is isolated from other origins.
            page.server().header("Cross-Origin-Opener-Policy", "same-origin");
            page.server().header("Cross-Origin-Embedder-Policy", "require-corp");
            page.visit("index.html?backend=" + build + "#" + task.experiment).until(Page.READY);
            page.script("document.head.appendChild(document.createElement('style')).textContent = arguments[0]", task.style);
            page.browser().executeAsyncScript(FRAME_TIMES, task.action, WARM_UP);
            List<Double> frames = numbers(page.browser().executeAsyncScript(FRAME_TIMES, task.action, FRAMES)).stream().sorted().toList();
            System.out.printf("%-6s %-33s %5.1f %7.1f %7.1f%n", build, task.name, frames.get(FRAMES / 2), frames.get(FRAMES * 95 / 100),
                frames.get(FRAMES - 1));
        }
    }

    private static void countLongTasks(String build, String query) throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.browser().executeCdpCommand("Network.enable", Map.of());
            page.browser().executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
            int longTasks = 0;
            double longest = 0;
            for (int load = 0; load < LOADS; load++) {
                page.visit("index.html" + query).until(Page.READY);
                for (double task : numbers(page.browser().executeAsyncScript(LONG_TASKS))) {
                    longTasks++;
                    longest = Math.max(longest, task);
                }
            }
            System.out.printf("%-6s %d tasks over 50 ms in %d loads, the longest %.0f ms%n", build, longTasks, LOADS, longest);
        }
    }

    private static List<Double> numbers(Object list) {
        return ((List<?>) list).stream().map(number -> ((Number) number).doubleValue()).toList();
    }
}
