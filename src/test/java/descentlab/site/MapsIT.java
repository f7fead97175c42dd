package descentlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import descentlab.experiment.SurveyJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The sweep under the slider and the maps of learning rates, in a browser. */
class MapsIT {
    private static final String ATLAS = "f=x^2%2B10*sin(x)&x0=-5&lr=0.1&survey=atlas&lr=0.001..2&x0=-6..6";
    private static final String COMPLETE = "return document.getElementById('maps-details').getAttribute('aria-busy') === 'false'"
        + " && document.getElementById('maps-words').textContent !== ''";

    private Page page;

    @BeforeEach
    void openPage() throws IOException {
        page = new Page(Screen.DESKTOP);
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    private String words() {
        return (String) page.script("return document.getElementById('maps-words').textContent");
    }

    /** A part of the map, from its left top corner, as an offset from the middle of its canvas. */
    private int[] offset(double across, double down) {
        Rectangle canvas = page.find("#maps").getRect();
        double width = canvas.width - 46 - 196 - 24;
        double height = canvas.height - 24 - 20;
        return new int[] {(int) (46 + across * width - canvas.width / 2.0), (int) (24 + down * height - canvas.height / 2.0)};
    }

    private static String hash(Page page) {
        return (String) page.script("return decodeURIComponent(location.hash)");
    }

    /** The shares of the legend are those of a survey on the JVM, pixel by pixel. */
    @Test
    @SuppressWarnings("unchecked")
    void theLegendHasTheSharesOfASurvey() {
        page.open(ATLAS).until(COMPLETE);
        Map<String, Object> size = (Map<String, Object>) page.script("const c = document.getElementById('maps'); return {w: c.clientWidth, h: c.clientHeight}");
        long width = (long) size.get("w") - 46 - 196 - 24;
        long height = (long) size.get("h") - 24 - 20;
        JsonObject survey = JsonParser.parseString(SurveyJson.of(ATLAS + "&width=" + width + "&height=" + height)).getAsJsonObject();
        JsonObject shares = survey.getAsJsonObject("shares");
        for (String[] pair : new String[][] {{"reached 1", "x = −1.306"}, {"reached 2", "x = 3.837"}, {"diverged", "diverged"}}) {
            double share = Math.floor(shares.get(pair[0]).getAsDouble() * 1000 + 0.5) / 10;
            String text = share == Math.rint(share) ? String.valueOf((long) share) : String.valueOf(share);
            assertTrue(words().contains(pair[1] + " · " + text + " %"), pair[1] + " " + text + " in " + words());
        }
    }

    @Test
    void aClickLoadsARunAndADragZooms() {
        page.open(ATLAS).until(COMPLETE);
        page.script("document.getElementById('maps').scrollIntoView()");
        int[] middle = offset(0.5, 0.25);
        new Actions(page.browser()).moveToElement(page.find("#maps"), middle[0], middle[1]).perform();
        assertTrue(page.text("#maps-hover").startsWith("η = "), page.text("#maps-hover"));
        new Actions(page.browser()).click().perform();
        page.until("return !decodeURIComponent(location.hash).includes('x0=-5&')");
        String loaded = hash(page);
        assertTrue(loaded.contains("x0=3.0") || loaded.contains("x0=2.9"), loaded);
        int[] end = offset(0.75, 0.5);
        String before = words();
        new Actions(page.browser()).moveToElement(page.find("#maps"), middle[0], middle[1]).clickAndHold().moveByOffset(end[0] - middle[0], end[1] - middle[1])
            .release().perform();
        page.until("return !decodeURIComponent(location.hash).includes('lr=0.001..2')").until(COMPLETE);
        assertTrue(!before.equals(words()));
        assertEquals("", page.text("#maps-hover"), "what was there before");
        String zoomed = hash(page);
        page.find("#maps-reset").click();
        page.until(COMPLETE);
        assertTrue(!hash(page).equals(zoomed), zoomed);
        page.find("#maps-details summary").click();
        page.until("return !location.hash.includes('survey')");
    }

    /** The browser tells of what was closed a little later than it closes it. */
    @Test
    void aMapThatIsDrawnWhileAPersonClosesItStaysClosed() {
        page.open(ATLAS).until(COMPLETE);
        page.script("document.querySelector('#maps-details summary').click();"
            + "document.getElementById('maps-kind').dispatchEvent(new Event('change'))");
        page.until("return !location.hash.includes('survey') && !document.getElementById('maps-details').open");
    }

    /** Where an address says nothing new but the map, the rest of the page stays as it is, at the step to which the scrubber has been pulled. */
    @Test
    void anotherMapLeavesTheRestOfThePage() {
        page.open(ATLAS).until(COMPLETE);
        page.script("const scrub = document.getElementById('step'); scrub.value = 7; scrub.dispatchEvent(new Event('input'));"
            + "window.before = document.getElementById('maps-words').textContent; document.querySelector('math').kept = true;"
            + "location.hash = '#' + arguments[0]", ATLAS.replace("0.001..2", "0.001..0.5"));
        page.until(COMPLETE + " && document.getElementById('maps-words').textContent !== before");
        assertEquals(true, page.script("return document.querySelector('math').kept && document.getElementById('step').value === '7'"));
    }

    /** Where a worker is given an array back, the next tile comes in it. */
    @Test
    void aTileComesInASpentArray() {
        page.visit("index.html?backend=js#f=x%5E2&x0=1&lr=0.1").until(Page.WHOLE);
        assertEquals(true, page.script("""
            const text = arguments[0] + '&width=100&height=100', spent = DescentLab.tile(text, 0, null), fresh = DescentLab.tile(text, 1, null);
            const again = DescentLab.tile(text, 1, spent);
            return again === spent && again !== fresh && again.length === fresh.length && again.every((x, k) => x === fresh[k]);
            """, ATLAS));
    }

    /** A picture that there is none of is explained, saves nothing, and leaves the choice of another. */
    @Test
    void aPictureThatThereIsNoneOf() {
        page.open("f=x^2%2By^2&x0=1,1&lr=0.1&survey=bifurcation&lr=0.01..1&x=-1..1");
        assertTrue(!page.text("#maps-note").isEmpty());
        assertTrue(!page.find("#maps-png").isDisplayed() && !page.find("#maps-svg").isDisplayed() && !page.find("#maps-csv").isDisplayed());
        page.find("#maps-reset").click();
        page.script("const kind = document.getElementById('maps-kind'); kind.value = 'basins'; kind.dispatchEvent(new Event('change'))");
        page.until(COMPLETE);
        assertTrue(page.find("#maps-png").isDisplayed());
    }

    /** A worker that cannot be made, one that fails and one that never answers: the picture is the same, and the page says that nothing was lost. */
    @ParameterizedTest
    @ValueSource(strings = {
        "window.Worker = undefined",
        "window.Worker = class extends EventTarget { postMessage() { setTimeout(() => this.dispatchEvent(new Event('error')), 5) } terminate() {} }",
        "window.Worker = class extends EventTarget { postMessage() {} terminate() {} }"})
    void workersThatFailLoseNothing(String worker) {
        page.open(ATLAS).until(COMPLETE);
        String whole = words();
        page.open("f=x^2&x0=1&lr=0.1");
        page.script(worker);
        page.script("location.hash = '#' + arguments[0]", ATLAS);
        page.until(COMPLETE);
        assertEquals(whole, words());
        if (worker.contains("undefined")) {
            assertEquals("", page.text("#maps-note"));
        } else {
            page.until("return document.getElementById('maps-note').textContent.includes('nothing is lost')");
        }
    }

    /** Whose tiles take seconds each: workers that are at them give way. */
    @Test
    void aMapThatTakesMinutesDoesNotHoldUpTheNext() {
        page.open("f=x^2%2B10*sin(x)&x0=-5&run=LBFGS(lr=0.001)&steps=100000&survey=atlas&lr=0.0001..0.001&x0=-6..6");
        page.until("return document.getElementById('maps-details').getAttribute('aria-busy') === 'true'");
        page.script("location.hash = '#' + arguments[0]", ATLAS);
        page.until("return document.getElementById('maps-details').getAttribute('aria-busy') === 'false' && location.hash.includes('x0=-6..6')"
            + " && document.getElementById('maps-words').textContent.includes('diverged')");
        assertEquals("", page.text("#maps-note"));
    }

    /** What was stopped goes on from where it was, the focus stays with the button; a panel that is closed is at nothing. */
    @Test
    void aMapIsStoppedAndGoesOn() {
        page.open("f=x^2%2B10*sin(x)&x0=-5&run=Adam(lr=0.1)&steps=20000&survey=momentum&lr=0.001..1&momentum=0..1");
        page.until("return !document.getElementById('maps-busy').hidden && document.getElementById('maps-words').textContent !== ''");
        page.find("#maps-stop").sendKeys(Keys.ENTER);
        page.until(COMPLETE + " && document.getElementById('maps-busy').textContent.includes('stopped at')");
        assertEquals("maps-stop", page.script("return document.activeElement.id"));
        double known = ((Number) page.script("return document.getElementById('maps-progress').value")).doubleValue();
        page.find("#maps-stop").sendKeys(Keys.ENTER);
        page.until("return document.getElementById('maps-progress').value > " + known);
        page.script("document.querySelector('#maps-details summary').click()");
        page.until(COMPLETE + " && document.getElementById('maps-busy').hidden");
    }

    /** Arrow keys say what is there, Enter loads it, and the map of all momenta stays as it is; plus and minus zoom, 0 shows the whole. */
    @Test
    void aMapIsUsedByKeys() {
        page.open("f=x^2%2B10*sin(x)&x0=-5&run=SGD(lr=0.1,momentum=0.9)&survey=momentum&lr=0.001..1&momentum=0..1").until(COMPLETE);
        page.script("""
            const details = document.getElementById('maps-details');
            window.changes = [];
            new MutationObserver(() => { if (details.getAttribute('aria-busy') === 'true') changes.push('busy') }).observe(details, {attributeFilter: ['aria-busy']});
            """);
        WebElement map = page.find("#maps");
        map.sendKeys(Keys.ARROW_RIGHT, Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN));
        page.until("return document.getElementById('maps-hover').textContent.includes(', momentum 0.4')");
        map.sendKeys(Keys.ENTER);
        page.until("return decodeURIComponent(location.hash).includes('momentum=0.4')");
        assertEquals(List.of(), page.script("return changes"));
        map.sendKeys("+");
        page.until("return !decodeURIComponent(location.hash).includes('momentum=0..1')").until(COMPLETE);
        assertEquals("maps", page.script("return document.activeElement.id"));
        map.sendKeys("0");
        page.until("return decodeURIComponent(location.hash).includes('momentum=0..1')").until(COMPLETE);
    }

    /** Beyond what numbers can tell apart a zoom ends with a word; an address that asks for more is refused like any other mistake. */
    @Test
    void aZoomEndsWhereNumbersDo() {
        page.open("f=x^2%2B10*sin(x)&x0=-5&lr=0.1&survey=bifurcation&lr=0.1..0.10000000001&x=-1..1").until(COMPLETE);
        WebElement map = page.find("#maps");
        map.sendKeys("+++++");
        page.until("return document.getElementById('maps-note').textContent.includes('as deep as numbers go')").until(COMPLETE);
        String deepest = hash(page);
        map.sendKeys("+");
        page.until(COMPLETE);
        assertEquals(deepest, hash(page));
    }

    @Test
    void theStripUnderTheSliderSetsTheRate() {
        page.open("f=(x-2)^2&x0=10&lr=0.1");
        page.script("document.getElementById('sweep').scrollIntoView({block: 'center'})");
        Rectangle strip = page.find("#sweep").getRect();
        int half = (int) (((Math.log10(0.5) + 4) / 5) * (strip.width - 24) + 12 - strip.width / 2.0);
        new Actions(page.browser()).moveToElement(page.find("#sweep"), half, 0).click().perform();
        page.until("return document.getElementById('sentence').textContent.includes('converged')");
        assertEquals(0.5, Double.parseDouble(page.find("#rate-number").getAttribute("value")), 0.02);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bifurcation&lr=0.16..0.45&x=-6..6", "momentum&lr=0.001..1&momentum=0..1", "range&lr=0.001..1"})
    void otherPictures(String survey) {
        page.open("f=x^2%2B10*sin(x)&x0=3&lr=0.1&survey=" + survey);
        page.until("return document.getElementById('maps-details').getAttribute('aria-busy') === 'false'");
        assertEquals(List.of(), page.accessibilityViolations());
    }
}
