package descentlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Choosing the update rule, its hyperparameters and the schedule of the selected run, in both builds. */
class RuleIT {
    @ParameterizedTest
    @ValueSource(strings = {"js", "wasm"})
    void aRuleIsChosenSetAndRefused(String build) throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.visit("index.html?backend=" + build + "#f=x^2&x0=1&lr=0.1").until(Page.READY);
            page.find("#rule-details summary").click();
            choose(page, "optimizer", "Adam");
            addressSays(page, "run=Adam(lr=0.1)");
            type(page, "optimizer-betas", "0.8, 0.99");
            addressSays(page, "run=Adam(lr=0.1,betas=(0.8,0.99))");
            page.until("return document.querySelector('#rule-working math').textContent === 'm←β1\\u2062m+(1−β1)\\u2062g'");
            type(page, "optimizer-betas", "1, 0.99");
            page.until("return !document.getElementById('rule-problem').hidden");
            assertEquals("betas has to be in the range 0 ≤ betas < 1, but (1,0.99) was given.", page.text("#rule-problem"));
            addressSays(page, "run=Adam(lr=0.1,betas=(0.8,0.99))");
            choose(page, "schedule", "StepLR");
            addressSays(page, "StepLR()");
            assertFalse(page.find("#rule-problem").isDisplayed());
            type(page, "schedule-step_size", "0");
            page.until("return document.getElementById('rule-problem').textContent.startsWith('step_size has to be a whole number')");
            type(page, "schedule-step_size", "5");
            addressSays(page, "StepLR(step_size=5)");
            choose(page, "clipping", "clip_grad_norm_");
            addressSays(page, "clip_grad_norm_()");
            page.until("return document.getElementById('sentence').textContent.includes('clip_grad_norm_')");
        }
    }

    private static void choose(Page page, String id, String name) {
        page.until("const s = document.getElementById('" + id + "'); return [...s.options].some(o => o.value === '" + name + "')");
        page.find("#" + id).sendKeys(name);
    }

    private static void type(Page page, String id, String text) {
        page.until("return document.getElementById('" + id + "') !== null");
        page.find("#" + id).sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
    }

    private static void addressSays(Page page, String part) {
        page.until("return decodeURIComponent(location.hash).includes(\"" + part + "\")");
    }
}
