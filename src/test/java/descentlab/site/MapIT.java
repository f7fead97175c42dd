package descentlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Functions of x and y in the page: the map, its surface, the swarm, the curvature, by mouse, by keys and by fingers. */
class MapIT {
    private static final String HIMMELBLAU = "f=(x^2%2By-11)^2%2B(x%2By^2-7)^2&x0=0,-1&lr=0.01&window=-6,6,-6,6";
    private static final String VALLEY = "f=(x^2%2Bk*y^2)/2&k=25&x0=-9,3&lr=0.05&window=-10,10,-7,7";
    private static final Screen SMARTPHONE = new Screen(390, 844, 2, false, false);
    /** Whether anything but one colour is on a canvas. */
    private static final String DRAWN = """
        const canvas = document.getElementById('%s');
        const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
        return pixels.some(pixel => pixel !== pixels[0]);
        """;

    /** The body of a function that tells whether anything stands on a canvas. */
    private static String drawn(String canvas) {
        return DRAWN.formatted(canvas);
    }
    private static final String SUM = """
        const canvas = document.getElementById(arguments[0]);
        return new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)
            .reduce((sum, pixel, i) => (sum * 31 + pixel) | 0, 7);
        """;

    static List<Screen> screens() {
        return List.of(Screen.DESKTOP, Screen.PHONE.inTheDark(), new Screen(1024, 768, 1, false, false));
    }

    private static double[] start(Page page) {
        String[] parts = page.find("#start").getAttribute("value").split(",");
        return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
    }

    @ParameterizedTest
    @ValueSource(strings = {"js", "wasm"})
    void aPressSetsTheStartAndADragTakesItAlong(String backend) throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.visit("index.html?backend=" + backend + "#" + HIMMELBLAU).until(Page.WHOLE);
            WebElement map = page.find("#curve");
            new Actions(page.browser()).moveToElement(map, 100, -60).click().perform();
            page.until("return document.getElementById('start').value !== '0,-1' && document.getElementById('start').value !== '0, -1'");
            double[] pressed = start(page);
            assertTrue(pressed[0] > 2 && pressed[1] > 0, pressed[0] + ", " + pressed[1]);
            assertTrue(page.text("#sentence").contains("(3, 2)"), page.text("#sentence"));
            new Actions(page.browser()).moveToElement(map, 100, -60).clickAndHold().moveByOffset(-100, 10).moveByOffset(-80, 10).release().perform();
            page.until("return document.getElementById('sentence').textContent.includes('(−2.80512, 3.13131)')");
            page.script("history.back()");
            page.until("return document.getElementById('sentence').textContent.includes('(3, 2)')");
        }
    }

    @Test
    void thePointerReadsAndZoomsWhereItIs() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open(HIMMELBLAU);
            new Actions(page.browser()).moveToElement(page.find("#curve"), 40, 40).perform();
            assertTrue(page.text("#hover").matches("x = .*, y = .*, f = .*∇f = .*"), page.text("#hover"));
            page.script("""
                const canvas = document.getElementById('curve'), box = canvas.getBoundingClientRect();
                canvas.dispatchEvent(new WheelEvent('wheel', {ctrlKey: true, deltaY: -200, cancelable: true,
                    clientX: box.left + 56 + 20, clientY: box.top + 30}));
                """);
            page.until("return !location.hash.includes('window=-6,6')");
            String[] window = ((String) page.script("return /window=([^&]*)/.exec(location.hash)[1]")).split(",");
            double left = Double.parseDouble(window[0]) + 6;
            double right = 6 - Double.parseDouble(window[1]);
            assertTrue(left > 0 && right > 5 * left, "the left side stays nearly where it was: " + left + ", " + right);
            page.find("#zoom-fit").click();
            page.until("return !location.hash.includes('window=')");
        }
    }

    @Test
    void keysMoveTheStartInAllDirections() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open(HIMMELBLAU);
            page.find("#curve").sendKeys(Keys.ARROW_UP, Keys.ARROW_RIGHT);
            page.until("return document.getElementById('start').value !== '0, -1' && document.getElementById('start').value !== '0,-1'");
            double[] start = start(page);
            assertTrue(start[0] > 0 && start[1] > -1, start[0] + ", " + start[1]);
        }
    }

    @Test
    void theSurfaceStandsBesideTheMapAndTurns() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open(HIMMELBLAU);
            assertTrue(page.find("#curve").isDisplayed() && page.find("#surface").isDisplayed());
            page.until(drawn("surface"));
            Object before = page.script(SUM, "surface");
            page.find("#surface").sendKeys(Keys.ARROW_LEFT, Keys.ARROW_UP);
            page.browser().executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
            Object turned = page.script(SUM, "surface");
            assertNotEquals(before, turned);
            new Actions(page.browser()).dragAndDropBy(page.find("#surface"), 60, 0).perform();
            assertNotEquals(turned, page.script(SUM, "surface"));
            // A unit is as long on both axes.
            assertEquals(true, page.script("const map = document.getElementById('curve'); "
                + "return Math.abs((map.clientWidth - 56) / (map.clientHeight - 28) - 1) < 0.02"));
        }
    }

    @Test
    void onAPhoneTheSurfaceTakesTheMapsPlace() throws IOException {
        try (Page page = new Page(SMARTPHONE)) {
            page.open(HIMMELBLAU);
            assertFalse(page.find("#surface").isDisplayed());
            page.find("#surface-button").click();
            page.until("return document.getElementById('surface').clientHeight > 0");
            assertFalse(page.find("#curve").isDisplayed());
            page.until("return location.hash.includes('show=surface')");
        }
    }

    @Test
    void aSwarmSaysWhereItsStartsEnd() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open(HIMMELBLAU + "&steps=100");
            page.find("#swarm-button").click();
            page.until("return document.getElementById('swarm-legend').textContent.includes('10 000 starts')"
                + " || document.getElementById('swarm-legend').textContent.includes('10\\u202f000 starts')");
            String legend = page.text("#swarm-legend");
            for (String end : List.of("(3, 2)", "(−2.80512, 3.13131)", "(−3.77931, −3.28319)", "(3.58443, −1.84813)")) {
                assertTrue(legend.contains(end), legend);
            }
            page.find("#arrows-button").click();
            page.until("return location.hash.includes('show=arrows,swarm') || location.hash.includes('show=swarm,arrows')");
        }
    }

    @Test
    void theCurvatureIsSaidAndBestMomentumIsAMark() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open(VALLEY);
            assertTrue(page.text("#curvature-now").startsWith("λ = 1 and 25, condition number κ = 25"), page.text("#curvature-now"));
            assertTrue(page.text("#curvature-now").contains("η·λmax = 1.25, limit 2"), page.text("#curvature-now"));
            page.find("#curvature-details summary").click();
            page.until("return document.getElementById('gauge').clientHeight > 0 && document.getElementById('split').clientHeight > 0");
            page.until(drawn("gauge"));
            page.until(drawn("split"));
            page.script("[...document.querySelectorAll('#marks button')].find(mark => mark.textContent === 'momentum 0.444').click()");
            page.until("return location.hash.includes('SGD(lr=0.111,momentum=0.444)')");
            page.until("return document.getElementById('curvature-now').textContent.includes('limit 2.888')");
            page.script("[...document.querySelectorAll('#marks button')].find(mark => mark.textContent === '2/(λmin+λmax)').click()");
            page.until("return location.hash.includes('SGD(lr=0.0769')");
        }
    }

    @Test
    void lettersAreSliders() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open(VALLEY);
            page.script("const k = document.querySelector('#parameters input[type=range]'); k.value = 9; k.dispatchEvent(new Event('input'));"
                + "k.dispatchEvent(new Event('change'))");
            page.until("return location.hash.includes('k=9')");
            page.until("return document.getElementById('curvature-now').textContent.includes('κ = 9')");
            page.open("f=a*x^2%2Bsin(b*x)&a=0.5&x0=3&lr=0.1");
            assertEquals(2L, page.script("return document.querySelectorAll('#parameters input[type=range]').length"));
        }
    }

    @Test
    void oneFingerScrollsThePageAndTwoMoveThePicture() throws IOException {
        try (Page page = new Page(SMARTPHONE)) {
            page.browser().executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
            page.open(HIMMELBLAU);
            touch(page, 0, -160, 100);
            page.until("return scrollY > 80");
            assertEquals(true, page.script("return location.hash.includes('window=-6,6,-6,6') && location.hash.includes('x0=0,-1')"));
            page.script("scrollTo(0, 0)");
            page.until("return scrollY === 0");
            touch(page, -60, -60, 100, 180);
            page.until("return !location.hash.includes('window=-6,6')");
            assertEquals(true, page.script("return scrollY === 0 && location.hash.includes('x0=0,-1')"));
            page.browser().executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", false));
        }
    }

    /** Fingers at these distances from the left side of the map, in its lower part, move by (dx, dy). */
    private static void touch(Page page, int dx, int dy, int... fingers) {
        double left = ((Number) page.script("return document.getElementById('curve').getBoundingClientRect().left")).doubleValue();
        double bottom = ((Number) page.script("return document.getElementById('curve').getBoundingClientRect().bottom")).doubleValue();
        for (int part = 0; part <= 10; part++) {
            double x = left + dx * part / 10.0;
            double y = bottom - 60 + dy * part / 10.0;
            List<Map<String, Object>> points = Arrays.stream(fingers)
                .mapToObj(finger -> Map.<String, Object>of("x", x + finger, "y", y, "id", finger)).toList();
            page.browser().executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", part == 0 ? "touchStart" : "touchMove", "touchPoints", points));
        }
        page.browser().executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void isAccessibleAndNoWiderThanTheScreen(Screen screen) throws IOException {
        try (Page page = new Page(screen)) {
            page.open(VALLEY + "&show=swarm,arrows");
            page.script("for (const each of document.querySelectorAll('main details')) each.open = true");
            page.until("return !document.getElementById('swarm-legend').hidden");
            assertEquals(List.of(), page.accessibilityViolations());
            assertEquals(true, page.script("return document.documentElement.scrollWidth <= innerWidth"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3%2B0y", "x^20%2By^20", "1/(x*y)", "log(x%2By)", "max(|x|,2|y|)", "exp(exp(x^2%2By^2))", "floor(x)%2B|y|", "sqrt(-1-x^2-y^2)"})
    void extremeFunctionsAreDrawn(String formula) throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open("f=" + formula + "&x0=1,1&lr=0.1&show=swarm,arrows");
            page.script("document.getElementById('curvature-details').open = true");
            page.until(drawn("curve"));
            page.until(drawn("surface"));
            assertFalse(page.text("#sentence").isEmpty());
            page.find("#zoom-out").click();
        }
    }
}
