package descentlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Training in a worker of the built page, and in the page itself where there is none. */
class TrainingIT {
    private static final String SPIRAL = "data=spiral&model=network(layers=(8,8))&lr=0.05,0.2&steps=";
    private static final String FORMULA = "f=x^2&x0=1&lr=0.1";
    private static final String FINISHED = "return document.getElementById('training').hidden"
        + " && document.getElementById('sentence').textContent.includes('held out')";
    private static final String TRAINING = "return !document.getElementById('training').hidden"
        + " && document.getElementById('training-text').textContent.includes('a second')";
    /** What the page says of its runs, with all digits that it shows. */
    private static final String SAID = "return document.getElementById('sentence').textContent + document.getElementById('arithmetic').textContent"
        + " + document.getElementById('runs').textContent";
    /** Counts what workers are asked and what they answer. */
    private static final String WATCHED = """
        window.answers = window.asked = 0;
        window.Worker = class extends Worker {
            constructor(address, options) {
                super(address, options);
                window.build = options.name;
                this.addEventListener('message', () => window.answers++);
            }
            postMessage(...all) {
                window.asked++;
                super.postMessage(...all);
            }
        };""";

    private Page page;

    @BeforeEach
    void openPage() throws IOException {
        page = new Page(Screen.DESKTOP);
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    private void openAs(String build) {
        page.visit("index.html?backend=" + build + "#" + FORMULA).until(Page.WHOLE);
    }

    private void set(String experiment) {
        page.script("location.hash = '#' + arguments[0]", experiment);
    }

    private double known() {
        return ((Number) page.script("return document.getElementById('training-progress').value")).doubleValue();
    }

    private void assertTrained(int steps, String said) {
        page.until(FINISHED);
        assertEquals(said, page.script(SAID), steps + " steps");
    }

    /** The same numbers to the last digit shown, from a worker of the same build and from the page. */
    @ParameterizedTest
    @CsvSource({"js,''", "wasm,wasm"})
    void aWorkerOfTheSameBuildTrains(String build, String worker) {
        openAs(build);
        page.script("window.Worker = undefined");
        set(SPIRAL + 3000);
        page.until(TRAINING).until(FINISHED);
        String said = (String) page.script(SAID);
        openAs(build);
        page.script(WATCHED);
        set(SPIRAL + 3000);
        page.until(TRAINING);
        assertTrained(3000, said);
        assertTrue(((Number) page.script("return window.answers")).intValue() > 2, "answers of the worker");
        assertEquals(worker, page.script("return window.build"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"js", "wasm"})
    void itCanBeHeldStepByStepAndLookedBackUpon(String build) {
        openAs(build);
        page.script(WATCHED);
        set(SPIRAL.replace(",0.2", "") + 100000);
        page.until(TRAINING).until("return window.answers > 1");
        page.script("document.getElementById('training-pause').click()");
        page.until("return document.getElementById('training-pause').textContent === 'Go on' && window.answers === window.asked");
        double held = known();
        page.script("document.getElementById('training-step').click()");
        page.until("return document.getElementById('training-progress').value === " + (held + 1));
        page.script("const scrub = document.getElementById('step'); scrub.value = 7; scrub.dispatchEvent(new Event('input'))");
        page.until("return document.getElementById('arithmetic').textContent.startsWith('Step 7:')");
        page.script("document.getElementById('add-run').click()");
        page.until("return document.querySelectorAll('#runs li').length === 2");
        page.script("document.querySelectorAll('#runs button')[1].click()");
        page.until("return document.querySelectorAll('#runs li').length === 1");
        page.script("document.querySelector('#runs input[type=checkbox]').click()");
        page.until("return document.getElementById('training-progress').value >= " + held);
        page.until("return document.getElementById('training-progress').value > " + (held + 1000));
        set(FORMULA);
        page.until("return document.getElementById('sentence').textContent.includes('x = 0')");
    }

    /** A worker that cannot be made, one that fails, one that never answers, and one that falls silent or fails after its first answers. */
    @ParameterizedTest
    @ValueSource(strings = {
        "window.Worker = undefined",
        "window.Worker = class { constructor() { throw new Error('refused') } }",
        "window.Worker = class extends EventTarget { postMessage() { setTimeout(() => this.dispatchEvent(new Event('error')), 5) } terminate() {} }",
        "window.Worker = class extends EventTarget { postMessage() {} terminate() {} }",
        "window.Worker = class extends Worker { postMessage(...all) { if ((this.asked = (this.asked || 0) + 1) < 5) super.postMessage(...all) } }",
        "window.Worker = class extends Worker { postMessage(...all) { if ((this.asked = (this.asked || 0) + 1) < 5) super.postMessage(...all);"
            + " else setTimeout(() => this.dispatchEvent(new Event('error')), 5) } }"})
    void workersThatFailLoseNothing(String worker) {
        openAs("wasm");
        set(SPIRAL + 3000);
        page.until(TRAINING).until(FINISHED);
        String said = (String) page.script(SAID);
        openAs("wasm");
        page.script(worker);
        set(SPIRAL + 3000);
        page.until(TRAINING);
        assertTrained(3000, said);
    }

    @Test
    void appendedStepsAreTrainedFromWhereItStood() {
        openAs("wasm");
        set(SPIRAL + 3000);
        page.until(TRAINING).until(FINISHED);
        set(SPIRAL + 30000);
        page.until(TRAINING);
        assertTrue(known() >= 3000, "known: " + known());
    }

    @Test
    void openedAsAFileThePageTrains() {
        page.visit(SiteServer.SITE.toAbsolutePath().resolve("index.html").toUri() + "?backend=js#" + SPIRAL + 1500).until(Page.WHOLE);
        page.until(FINISHED);
        assertTrue(((String) page.script(SAID)).contains("1500 steps"));
    }

    @Test
    void inASandboxedFrameItTrains() {
        page.embed(SPIRAL + 1500, 600, 400, "sandbox=\"allow-scripts\"");
        page.until(Page.WHOLE).until(FINISHED);
        page.errors();
    }

    @Test
    void underAStrictPolicyAWorkerTrains() {
        page.server().header("Content-Security-Policy", "default-src 'self'");
        openAs("js");
        page.script(WATCHED);
        set(SPIRAL + 3000);
        page.until(TRAINING).until(FINISHED);
        assertTrue(((Number) page.script("return window.answers")).intValue() > 0, "answers of the worker");
        page.errors();
    }

    @Test
    void miniBatchesHaveAnAxisOfEpochs() {
        page.open("data=moons(n=100)&model=network(layers=(4,))&batch=20&lr=0.5&steps=100").until(FINISHED);
        assertEquals(List.of(), page.accessibilityViolations());
    }
}
