package descentlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The race of several rules: the table, its order, tuning each first; nothing of the opened parts is inaccessible. */
class RaceIT {
    private static final String RACE = "f=x^2%2B10sin(x)&x0=-5&steps=60&run=SGD(lr=0.05)&run=SGD(lr=0.02,momentum=0.9)&run=RMSprop(lr=0.2)"
        + "&run=Adam(lr=0.5);StepLR(step_size=20,gamma=0.5)&run=Adagrad(lr=1)&set=4";
    private static final String FIRST = "return document.querySelector('#race-body th')?.textContent";

    static List<Screen> screens() {
        return List.of(Screen.DESKTOP, Screen.PHONE.inTheDark());
    }

    @ParameterizedTest
    @MethodSource("screens")
    void sortsAndTunes(Screen screen) throws IOException {
        try (Page page = new Page(screen)) {
            page.open(RACE);
            page.script("for (const each of document.querySelectorAll('main details')) each.open = true");
            page.until("return document.querySelectorAll('#race-body tr').length === 5");
            assertEquals("RMSprop η = 0.2", page.script(FIRST));
            page.script("document.querySelector('#race-head th:nth-child(5) button').click()");
            assertEquals("ascending", page.script("return document.querySelector('#race-head th:nth-child(5)').getAttribute('aria-sort')"));
            page.script("document.querySelector('#race-head th:nth-child(2) button').click()");
            assertEquals(List.of(), page.accessibilityViolations());
            boolean narrow = (boolean) page.script("return document.documentElement.scrollWidth <= innerWidth");
            assertTrue(narrow, "the page is wider than the screen");
            page.script("document.getElementById('tune').click()");
            page.until("return document.getElementById('tuned').textContent.startsWith('Each of 5 runs tried 64 rates')");
            page.until("return !decodeURIComponent(location.hash).includes('Adam(lr=0.5)')");
        }
    }
}
