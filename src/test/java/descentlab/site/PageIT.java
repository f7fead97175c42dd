package descentlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** What a person sees and does on the page, in a browser. */
class PageIT {
    private Page page;

    @BeforeEach
    void openPage() throws IOException {
        page = new Page(Screen.DESKTOP);
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    /** The cases that the project was begun for: what the page says of them. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        "f=(x-2)^2&x0=10&steps=20&lr=0.01 # x = 7.34086 after 20 steps",
        "f=(x-2)^2&x0=10&steps=20&lr=0.1 # x = 2.09223 after 20 steps",
        "f=(x-2)^2&x0=10&steps=20&lr=0.5 # converged to x = 2 in one step",
        "f=x^2%2B10*sin(x)&x0=-5&lr=0.1 # converged to x = −1.30644 in 15 steps: f = −7.94582",
        "f=x^2%2B10*sin(x)&x0=3&lr=0.3 # oscillates with period 4",
        "f=(x-2)^2&x0=10&lr=0.9 # is converging",
        "f=(x-2)^2&x0=10&lr=0.9&steps=200 # converged to x = 2 in 106 steps",
        "f=(x-2)^2&x0=10&lr=1 # oscillates with period 2",
        "f=x*log(x)&x0=2&lr=4 # left the domain",
        "f=(x-2)^2&x0=10&lr=1.1 # diverges"})
    void saysWhatTheRateDoes(String experiment, String sentence) {
        page.open(experiment);
        says(sentence);
    }

    private void says(String part) {
        page.until("return document.getElementById('sentence').textContent.includes(" + quoted(part) + ")");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void addressSays(String part) {
        page.until("return decodeURIComponent(location.hash).includes(" + quoted(part) + ")");
    }

    private void type(String selector, String text) {
        WebElement field = page.find(selector);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.ENTER);
    }

    /** Puts a whole text into a field at once. */
    private void paste(String selector, String text) {
        page.script("const f = document.querySelector(arguments[0]); f.value = arguments[1];"
            + "f.dispatchEvent(new Event('input')); f.dispatchEvent(new Event('change'));", selector, text);
    }

    @Test
    void theLimitOfTheBowlIsMarkedAtOneAndSetsTheRate() {
        page.open("f=(x-2)^2&x0=10&lr=0.1");
        assertTrue(page.find(".mark.limit").getAttribute("aria-label").contains("2/f″ = 1 at the minimum x = 2"));
        double mark = centre(page.find(".mark.limit"));
        page.find(".mark.limit").click();
        says("oscillates with period 2");
        addressSays("lr=1");
        WebElement slider = page.find("#rate");
        double share = (Double.parseDouble(slider.getAttribute("value")) + 4) / 5;
        double thumb = slider.getRect().x + 12 + share * (slider.getRect().width - 24);
        assertEquals(thumb, mark, 1.5);
    }

    @Test
    void everyMinimumInViewIsMarked() {
        page.open("f=x^2%2B10*sin(x)&x0=-5&lr=0.1");
        List<?> marks = (List<?>) page.script("return [...document.querySelectorAll('.mark.limit')].map(mark => mark.title)");
        assertEquals(2, marks.size());
        assertTrue(marks.get(0).toString().contains("2/f″ = 0.1716 at the minimum x = −1.30644"));
        assertTrue(marks.get(1).toString().contains("2/f″ = 0.2378 at the minimum x = 3.83747"));
    }

    private static double centre(WebElement element) {
        return element.getRect().x + element.getRect().width / 2.0;
    }

    @Test
    void theFirstVisitIsAlreadyDrawn() {
        page.open("");
        says("converged to x = −1.30644 in 15 steps");
        assertEquals(3L, page.script("return document.querySelectorAll('#runs li').length"));
        addressSays("f=x^2 + 10 sin(x)&x0=-5&lr=0.01,0.1,0.18");
        assertTrue((Boolean) page.script("const c = document.getElementById('curve');"
            + "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
            + "for (let i = 0; i < d.length; i += 4) if (Math.abs(d[i] - d[0]) > 100) return true; return false;"));
    }

    /** A formula's text without spaces and invisible signs. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\\u2061\\u2062]", "");
    }

    @Test
    void aFunctionCanBeTyped() {
        page.open("");
        type("#formula", "x^4 - 3x^3 + 2");
        addressSays("f=x^4 - 3x^3 + 2");
        assertEquals("x4−3x3+2", bare(page.text("#typeset-function")).replace("f(x)=", ""));
        assertEquals("4x3−9x2", bare(page.text("#typeset-derivative")).replace("f′(x)=", ""));
        assertFalse(page.find("#formula-problem").isDisplayed());
    }

    @Test
    void aMistakeIsMarkedAndTheLastGoodStateStays() {
        page.open("");
        String before = page.text("#sentence");
        paste("#formula", "x^2 + 10 sni(x)");
        assertEquals("sni", page.text("#formula-problem mark"));
        assertTrue(page.text("#formula-problem").contains("Did you mean sin?"));
        assertEquals(before, page.text("#sentence"));
        paste("#formula", "<img src=x onerror=alert(1)>");
        assertEquals(0L, page.script("return document.images.length"));
        assertEquals("x^2 + 10 sin(x)", page.script("return new URLSearchParams(location.hash.slice(1).replaceAll('+', '%2B')).get('f')"));
    }

    @Test
    void whatTheAddressSaysIsNeverMarkup() {
        page.open("f=x^2&x0=1&lr=0.1&%3Cimg%20src=x%3E=1");
        assertTrue(page.text("#notice").contains("%3Cimg"));
        page.open("f=x^2&x0=<b>1</b>");
        assertTrue(page.text("#notice").contains("is not a number"));
        assertEquals(0L, page.script("return document.querySelectorAll('main img, #notice b').length"));
    }

    @Test
    void anyRateCanBeTyped() {
        page.open("f=(x-2)^2&x0=10&lr=0.1");
        type("#rate-number", "0");
        says("a learning rate of 0 takes no steps");
        type("#rate-number", "-0.1");
        says("A negative learning rate walks uphill");
        type("#rate-number", "1e200");
        says("is no finite number any more");
        type("#rate-number", "fast");
        assertTrue(page.text("#rate-problem").contains("“fast” is not a number"));
        says("is no finite number any more");
        type("#rate-number", "0.5");
        says("converged to x = 2 in one step");
        assertFalse(page.find("#rate-problem").isDisplayed());
    }

    @Test
    void theSliderSetsTheRateAndBackTakesItBack() {
        page.open("f=(x-2)^2&x0=10&lr=0.1");
        page.find("#rate").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.PAGE_UP);
        page.until("return !location.hash.endsWith('lr=0.1')");
        page.script("history.go(-3)");
        addressSays("lr=0.1");
        page.until("return document.getElementById('rate-number').value === '0.1'");
        page.script("history.go(1)");
        page.until("return document.getElementById('rate-number').value !== '0.1'");
    }

    @Test
    void theStartIsDraggedAlongTheCurve() {
        page.open("f=(x-2)^2&x0=10&lr=0.1");
        WebElement curve = page.find("#curve");
        new Actions(page.browser()).moveToElement(curve, -100, 100).clickAndHold().moveByOffset(30, 0).moveByOffset(30, 0).perform();
        page.until("return !location.hash.includes('x0=10&')");
        new Actions(page.browser()).release().perform();
        double start = Double.parseDouble(page.find("#start").getAttribute("value"));
        assertTrue(start > -1 && start < 3, "start " + start);
        page.script("history.back()");
        page.until("return document.getElementById('start').value === '10'");
    }

    @Test
    void stepsAreTakenForwardAndBackAndSaid() {
        page.open("f=(x-2)^2&x0=10&lr=0.1&at=2");
        page.until("return document.getElementById('step-number').textContent === '2'");
        assertEquals("x₃ = x₂ − η·f′(x₂) = 7.12 − 0.1 · 10.24 = 6.096", page.text("#arithmetic"));
        page.find("#forward").click();
        page.until("return document.getElementById('step-number').textContent === '3'");
        addressSays("at=3");
        page.find("#back").click();
        page.find("#back").click();
        page.until("return document.getElementById('step-number').textContent === '1'");
        page.find("#play").click();
        page.until("return Number(document.getElementById('step-number').textContent) >= 4");
        page.find("#play").click();
        page.until("return document.getElementById('play').getAttribute('aria-label') === 'Play'");
    }

    @Test
    void theRateCanChangeInTheMiddleOfARun() {
        page.open("f=(x-2)^2&x0=10&lr=0.01&at=10");
        page.find("#midway").click();
        type("#rate-number", "0.5");
        addressSays("run=SGD(lr=0.01);Manual(milestones=(10,),rates=(0.5,))&at=10");
        assertTrue(page.text("#arithmetic").contains(" − 0.5 · "));
        says("η = 0.01 → 0.5 converged to x = 2 in 11 steps");
    }

    @Test
    void runsAreAddedHiddenAndRemoved() {
        page.open("f=(x-2)^2&x0=10&lr=0.1,0.9");
        page.find("#add-run").click();
        addressSays("lr=0.1,0.9,0.05");
        page.find("#runs li:nth-child(2) input[type=checkbox]").click();
        addressSays("off=2");
        page.find("#runs li:nth-child(1) button").click();
        addressSays("lr=0.9,0.05&off=1");
    }

    @Test
    void theTableHoldsEveryStep() {
        page.open("f=(x-2)^2&x0=10&lr=0.1&steps=20");
        page.find("#steps-details summary").click();
        page.until("return document.querySelectorAll('#table-body tr').length === 21");
        assertEquals("20 2.0922337203685477 0.008507059173023452 0.18446744073709542", page.text("#table-body tr:last-child").trim());
    }

    @Test
    void everyFunctionOfTheCatalogueShows() {
        page.open("");
        List<?> keys = (List<?>) page.script("return [...document.querySelectorAll('#catalogue option')].map(o => o.value).filter(v => v)");
        assertTrue(keys.size() >= 9);
        for (Object key : keys) {
            page.script("const c = document.getElementById('catalogue'); c.value = arguments[0]; c.dispatchEvent(new Event('change'));", key);
            page.until("return document.getElementById('catalogue').value === " + quoted(key.toString())
                + " && document.getElementById('lesson').textContent !== ''");
            assertFalse(page.find("#formula-problem").isDisplayed());
        }
    }

    @Test
    void isAccessible() throws IOException {
        page.open("");
        page.find("#steps-details summary").click();
        assertEquals(List.of(), page.accessibilityViolations());
        page.close();
        page = new Page(Screen.PHONE.inTheDark());
        page.open("");
        assertEquals(List.of(), page.accessibilityViolations());
    }

    @ParameterizedTest
    @CsvSource({"320", "390", "600", "768", "1024", "1280", "1920"})
    void nothingIsWiderThanTheScreen(int width) throws IOException {
        page.close();
        page = new Page(new Screen(width, 800, 1, false, false));
        for (String text : List.of("f=x^2%2B10*sin(x)&x0=-5&lr=0.01,0.1,0.18,1,3", "f=x^2%2B3*y^2&x0=1,1&lr=0.1&survey=basins")) {
            page.open(text);
            assertTrue((Boolean) page.script("return document.documentElement.scrollWidth <= innerWidth"), text + " scrolls sideways at " + width);
        }
    }
}
