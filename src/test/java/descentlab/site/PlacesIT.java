package descentlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page where it has to live: in frames, under strict policies, opened as a file. */
class PlacesIT {
    private static final String SAYS = "return document.getElementById('sentence').textContent.includes('in 15 steps')";

    @Test
    void inASandboxedFrameItRunsAndTellsItsHeight() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.embed("f=x^2%2B10*sin(x)&x0=-5&lr=0.1&view=embed", 600, 400, "sandbox=\"allow-scripts\"");
            page.until(SAYS);
            assertTrue((Boolean) page.script("return document.documentElement.scrollHeight <= 400"), "does not fit 600 × 400");
            page.script("const r = document.getElementById('rate-number'); r.value = '0.3'; r.dispatchEvent(new Event('change'));");
            page.until("return document.getElementById('sentence').textContent.includes('η = 0.3')");
            page.errors();
        }
    }

    @Test
    void theParentLearnsTheHeight() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.embed("f=x^2%2B10*sin(x)&x0=-5&lr=0.1&view=embed", 600, 400, "");
            page.until(SAYS);
            page.browser().switchTo().parentFrame();
            page.script("addEventListener('message', e => { if (e.data.subject === 'lti.frameResize') window.told = e.data.height; });"
                + "document.querySelector('iframe').width = 320;");
            page.until("return window.told > 100");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"default-src 'self'", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"})
    void underAStrictPolicyItRunsAsJavaScript(String policy) throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.server().header("Content-Security-Policy", policy);
            page.open("f=x^2%2B10*sin(x)&x0=-5&lr=0.1").until(SAYS);
            assertTrue(page.text("#backend").contains("JavaScript"));
            page.errors();
        }
    }

    @Test
    void openedAsAFileItRuns() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            String file = SiteServer.SITE.toAbsolutePath().resolve("index.html").toUri().toString();
            page.visit(file + "#f=x^2%2B10*sin(x)&x0=-5&lr=0.1").until(Page.READY).until(SAYS);
            page.find("#add-run").click();
            page.until(Page.WHOLE);
            assertTrue(page.text("#backend").startsWith("Runs as JavaScript"));
        }
    }

    @Test
    void overHttpItRunsAsWebAssembly() throws IOException {
        try (Page page = new Page(Screen.DESKTOP)) {
            page.open("f=x^2%2B10*sin(x)&x0=-5&lr=0.1").until(SAYS);
            assertEquals("Runs as WebAssembly GC.", page.text("#backend"));
        }
    }
}
