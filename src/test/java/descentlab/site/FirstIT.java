package descentlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The program that the page begins with, and how the whole takes over from it. */
class FirstIT {
    private static final String FIRST = "first";

    private static String program(Page page) {
        return (String) page.script("return document.documentElement.dataset.program");
    }

    @Test
    void showsAFunctionOfX() throws IOException {
        try (Page page = new Page(Screen.DESKTOP).look("")) {
            assertEquals(FIRST, program(page));
            assertEquals("Runs as JavaScript.", page.text("#backend"));
            assertTrue(page.text("#sentence").contains("converged to x = −1.30644 in 15 steps"), page.text("#sentence"));
            assertFalse((Boolean) page.script("return performance.getEntriesByType('resource').some(entry => /descent-lab\\.(js|wasm)$/.test(entry.name))"));
        }
    }

    @Test
    void goesOnInTheWholeProgramWithWhatItShows() throws IOException {
        try (Page page = new Page(Screen.DESKTOP).look("f=(x-2)^2&x0=10&lr=0.1")) {
            page.find("#back").click();
            page.until(Page.WHOLE);
            assertEquals("49", page.text("#step-number"));
            assertEquals("#f=(x-2)^2&x0=10&lr=0.1&at=49", page.script("return location.hash"));
            page.find("#forward").click();
            page.until("return document.getElementById('step-number').textContent === '50'");
        }
    }

    @Test
    void playsOnUntilItRests() throws IOException {
        try (Page page = new Page(Screen.DESKTOP).look("f=(x-2)^2&x0=10&lr=0.1&steps=8")) {
            page.find("#speed option[value='20']").click();
            page.find("#play").click();
            page.until("return document.getElementById('step-number').textContent === '8'").until(Page.WHOLE);
        }
    }

    @Test
    void leavesToTheWholeProgramWhatItDoesNotKnow() throws IOException {
        try (Page page = new Page(Screen.DESKTOP).look("f=x^2%2By^2&x0=1,2&run=Adam(lr=0.1)")) {
            page.until(Page.WHOLE);
            assertTrue(page.text("#sentence").contains("Adam"), page.text("#sentence"));
            assertFalse(page.find("#notice").isDisplayed());
        }
    }

    @Test
    void aPickedMapIsAStepOfTheHistory() throws IOException {
        try (Page page = new Page(Screen.DESKTOP).look("")) {
            page.find("#catalogue option[value=rosenbrock]").click();
            page.until(Page.WHOLE).until("return document.getElementById('formula').value.startsWith('(1-x)^2')");
            page.browser().navigate().back();
            page.until("return document.getElementById('formula').value === 'x^2 + 10 sin(x)'");
        }
    }

    @Test
    void aClickThatCameTooEarlyIsDoneLater() throws IOException {
        try (Page page = new Page(Screen.DESKTOP).look("")) {
            page.script("document.getElementById('race-details').open = true");
            page.find("#tune").click();
            page.until("return document.getElementById('tuned').textContent.includes('64')");
        }
    }

    @Test
    void typingGoesOn() throws IOException {
        try (Page page = new Page(Screen.DESKTOP).look("")) {
            page.script("document.getElementById('formula').select()");
            for (String letter : "x^4-3x^2+y^2".split("")) {
                page.find("#formula").sendKeys(letter);
            }
            page.until(Page.WHOLE).until("return location.hash.startsWith('#f=x^4-3x^2+y^2&') || location.hash.startsWith('#f=x^4-3x^2%2By^2&')");
            assertEquals("x^4-3x^2+y^2", page.find("#formula").getDomProperty("value"));
            assertEquals("formula", page.browser().switchTo().activeElement().getDomAttribute("id"));
        }
    }

    @Test
    void worksOnWhereTheRestCannotBeLoaded() throws IOException {
        try (Page page = new Page(Screen.DESKTOP).look("f=(x-2)^2&x0=10&lr=0.1")) {
            page.server().close();
            page.find("#back").click();
            page.until("return !document.getElementById('notice').hidden");
            assertTrue(page.text("#notice").startsWith("The rest of the page could not be loaded"), page.text("#notice"));
            page.find("#back").click();
            assertEquals(FIRST, program(page));
            page.until("return document.getElementById('step-number').textContent === '48'");
            page.errors();
        }
    }

    @Test
    void anEmbeddedPictureLoadsNothingMore() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.embed("f=(x-2)^2&x0=10&lr=0.1&view=embed", 600, 400, "");
            page.browser().findElement(By.id("play")).click();
            page.until("return document.getElementById('step-number').textContent !== '50'");
            assertEquals(FIRST, program(page));
        }
    }
}
