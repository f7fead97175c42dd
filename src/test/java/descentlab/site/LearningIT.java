package descentlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.interactions.Actions;

/** Learning from data in the page: picked, set by its controls, from a person's own points, trained in slices, and all that is shown of it. */
class LearningIT {
    private static final String SPIRAL = "data=spiral&model=network(layers=(8,8))&run=SGD(lr=0.1)&run=Adam(lr=0.02)&steps=400&set=2";
    private static final String FINISHED = "return document.getElementById('training').hidden";
    private static final String LINE = "data=line&lr=0.0001,0.01,0.1,1&steps=500&set=3";

    static List<Screen> screens() {
        return List.of(Screen.DESKTOP, Screen.PHONE.inTheDark());
    }

    private static void choose(Page page, String id, String value) {
        page.script("const each = document.getElementById(arguments[0]); each.value = arguments[1]; each.dispatchEvent(new Event('change'))", id, value);
    }

    private static String hash(Page page) {
        return (String) page.script("return decodeURIComponent(location.hash)");
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everythingOpenedIsDrawnAndAccessible(Screen screen) throws IOException {
        try (Page page = new Page(screen)) {
            page.open(SPIRAL).until(FINISHED);
            page.script("for (const each of document.querySelectorAll('main details')) each.open = true");
            page.until("return document.getElementById('walk-note').textContent.includes('% of the path')");
            page.until("""
                return ['gradient-norm', 'sharpness', 'weights', 'updates', 'walk'].every(id => {
                    const canvas = document.getElementById(id);
                    const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
                    return pixels.some(pixel => pixel !== pixels[0]);
                })""");
            assertTrue(page.text("#learns-note").contains("of 16 hidden units"), page.text("#learns-note"));
            assertTrue(page.text("#sentence").contains("% of the examples into their class"), page.text("#sentence"));
            assertTrue((boolean) page.script("return document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen");
            assertEquals(List.of(), page.accessibilityViolations());
            choose(page, "walk-plane", "random");
            page.until("return document.getElementById('walk-note').textContent.includes('%')");
        }
    }

    @Test
    void theLineSaysItsLimitAndItsVerdicts() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open("");
            choose(page, "catalogue", "line");
            page.until("return document.getElementById('sentence').textContent.includes('2/λmax = 0.7887')");
            assertTrue(hash(page).contains(LINE), hash(page));
            assertEquals(List.of("crawls on", "crawls on", "converging, 1448 steps", "diverges, ×1.536 a step"),
                page.script("return [...document.querySelectorAll('#runs .what span')].map(each => each.textContent)"));
            page.script("document.querySelector('#marks .limit').click()");
            page.until("return Math.abs(document.getElementById('rate-number').value - 0.7887) < 0.001");
        }
    }

    @Test
    void aRateIsFoundBySweepAndRangeTest() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open("data=moons(n=60)&model=network(layers=(4,))&batch=20&lr=0.5&steps=100").until(FINISHED);
            page.until("""
                const canvas = document.getElementById('sweep');
                const pixels = new Uint32Array(canvas.getContext('2d').getImageData(canvas.width / 2, 0, canvas.width / 4, canvas.height).data.buffer);
                return new Set(pixels).size > 5;""");
            page.script("document.getElementById('maps-details').open = true");
            page.until("return /falls fastest at η = [\\d.]+; best constant rate η = [\\d.]+/.test(document.getElementById('maps-note').textContent)");
            assertTrue(hash(page).contains("survey=range"), hash(page));
        }
    }

    @Test
    void controlsChangeWhatIsLearned() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open(LINE);
            page.script("document.getElementById('learning-details').open = true");
            page.until("return document.getElementById('data').value === 'line'");
            choose(page, "data", "moons");
            page.until("return decodeURIComponent(location.hash).includes('data=moons&lr')");
            choose(page, "model", "network");
            page.until("return document.getElementById('model-layers') !== null");
            choose(page, "model-layers", "6,4");
            page.until("return decodeURIComponent(location.hash).includes('model=network(layers=(6,4))')");
            choose(page, "batch", "20");
            page.until("return decodeURIComponent(location.hash).includes('&batch=20')");
            choose(page, "epochs", "30");
            page.until("return decodeURIComponent(location.hash).includes('&steps=300')");
            choose(page, "criterion", "CrossEntropyLoss");
            page.until("return decodeURIComponent(location.hash).includes('loss=CrossEntropyLoss')");
            page.script("const slider = document.querySelector('#data-controls input[type=range]'); slider.value = 60; slider.dispatchEvent(new Event('change'))");
            page.until("return decodeURIComponent(location.hash).includes('data=moons(n=60)')");
            choose(page, "model-layers", "999");
            page.until("return !document.getElementById('learning-problem').hidden");
            assertTrue(hash(page).contains("layers=(6,4)"), "the last good state stays");
        }
    }

    @Test
    void ownPointsArePastedClickedAndRefusedRowByRow() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open(LINE);
            page.script("document.getElementById('learning-details').open = true");
            page.until("return document.getElementById('data').value === 'line'");
            choose(page, "data", "points");
            page.until("return !document.getElementById('own').hidden");
            page.script("document.getElementById('own-text').value = 'x;y\\n0;1\\n1,5;oops\\n2;5'; document.getElementById('own-use').click()");
            page.until("return document.getElementById('own-problem').textContent.includes('Row 3: “oops”')");
            assertFalse(hash(page).contains("x=(0,2)"), "the last good state stays");
            page.script("document.getElementById('own-anyway').click()");
            page.until("return decodeURIComponent(location.hash).includes('points(x=(0,2),y=(1,5))')");
            page.until("return document.getElementById('own-problem').hidden");
            page.script("document.getElementById('own-click').click()");
            new Actions(page.browser()).moveToElement(page.find("#curve"), 40, -30).click().perform();
            page.until("return /points\\(x=\\(0,2,[-.\\d]+\\),y=\\(1,5,[-.\\d]+\\)\\)/.test(decodeURIComponent(location.hash))");
            page.script("document.getElementById('own-text').value = '1,2\\n'.repeat(50); document.getElementById('own-use').click()");
            page.until("return document.getElementById('own-problem').textContent.includes('Column 1 is 1 in all rows')");
            page.script("document.getElementById('own-text').value = '1.5,2.5\\n'.repeat(1310720); document.getElementById('own-use').click()");
            page.until("return document.getElementById('own-problem').textContent.startsWith('This has 10.49 MB')");
            assertTrue(hash(page).contains("x=(0,2,"), "the last good state stays");
        }
    }

    @Test
    void longTrainingShowsItsProgressAndCanBeHeld() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open("data=spiral(n=2000)&model=network(layers=(32,32))&lr=0.1&steps=2000");
            page.until("return !document.getElementById('training').hidden && document.getElementById('training-text').textContent.includes('a second')");
            page.script("document.getElementById('training-pause').click()");
            page.until("return document.getElementById('training-pause').textContent === 'Go on'");
            String held = page.text("#training-text");
            page.script("document.getElementById('training-step').click()");
            page.until("return document.getElementById('training-text').textContent !== '" + held + "'");
            choose(page, "catalogue", "bowl");
            page.until("return document.getElementById('sentence').textContent.includes('x = 2')");
            assertTrue((boolean) page.script("return document.getElementById('training').hidden || getComputedStyle(document.getElementById('training')).display === 'none'"));
        }
    }

    @Test
    void aBlowUpIsExplained() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open("data=cubic&model=polynomial(degree=5)&lr=0.1&steps=200");
            page.until("return !document.getElementById('blow-up').hidden");
            assertTrue(page.text("#blow-up").startsWith("The first number that is not finite is the loss, at step 121"), page.text("#blow-up"));
            assertTrue(page.text("#sentence").contains("above the limit 2/λmax = 0.01006"), page.text("#sentence"));
        }
    }
}
