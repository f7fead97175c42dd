package descentlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.ChromiumDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * The built page, opened in a browser from a server of its own, so that no test sees another's storage. {@link #close} fails if the browser's console
 * had errors that the test did not take with {@link #errors}.
 */
public final class Page implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The body of a function that tells whether a program runs: the one that the page begins with, or the whole. */
    public static final String READY = "return document.documentElement.dataset.program !== undefined";
    /** The same for the whole program. */
    public static final String WHOLE = "return document.documentElement.dataset.program === 'whole'";

    private final ChromiumDriver browser;
    private final SiteServer server;

    public Page(Screen screen) throws IOException {
        this(screen, "/");
    }

    /** @param path the path under which the page is served, beginning and ending with a slash */
    public Page(Screen screen, String path) throws IOException {
        server = new SiteServer(path, 0);
        browser = Browsers.shared();
        screen.put(browser);
        errors();
    }

    /** The server of this page, to send headers or to serve pages around it. */
    public SiteServer server() {
        return server;
    }

    public ChromiumDriver browser() {
        return browser;
    }

    /** Opens the page with an experiment's text, percent-encoded, or with "" for its first view, touches a key, and waits until the whole program runs. */
    public Page open(String experiment) {
        look(experiment).script("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Shift'}))");
        return until(WHOLE);
    }

    /** The same without touching anything; waits until the program runs that the page begins with. */
    public Page look(String experiment) {
        return visit("index.html" + (experiment.isEmpty() ? "" : "#" + experiment)).until(READY);
    }

    /** Opens an address relative to the page's directory, or a whole one; as a new load even where only the hash differs. */
    public Page visit(String address) {
        browser.get("about:blank");
        browser.get(address.contains("://") ? address : server.address() + address);
        return this;
    }

    /**
     * Opens a page that holds the lab in an iframe, and goes into the frame.
     *
     * @param attributes further attributes of the iframe, such as {@code sandbox="allow-scripts"}
     */
    public Page embed(String experiment, int width, int height, String attributes) {
        server.page("embed.html", "<!DOCTYPE html><meta charset=utf-8><title>Embed</title><link rel=icon href=icon.svg><body><iframe title=Lab width="
            + width + " height=" + height + " " + attributes + " src=\"index.html#" + experiment.replace("&", "&amp;").replace("\"", "&quot;")
            + "\"></iframe>");
        visit("embed.html");
        browser.switchTo().frame(0);
        return until(READY);
    }

    public WebElement find(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    /** The text that a person sees in the first element of a selector. */
    public String text(String selector) {
        return find(selector).getText();
    }

    /** Runs the body of a function in the page; its arguments are {@code arguments[0]}, … */
    public Object script(String body, Object... arguments) {
        return browser.executeScript(body, arguments);
    }

    /** Waits until the body of a function returns true, by asking again and again in the page itself. */
    public Page until(String body) {
        Object found = browser.executeAsyncScript("const done = arguments[arguments.length - 1], end = performance.now() + " + PATIENCE.toMillis() + ";"
            + "const test = function () {" + body + "};"
            + "(function ask() { if (test() === true) done(true); else if (performance.now() > end) done(false); else setTimeout(ask, 10); })();");
        if (!Boolean.TRUE.equals(found)) {
            throw new AssertionError("Waited in vain for: " + body + "; console: " + errors());
        }
        return this;
    }

    public Page screenshot(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, browser.getScreenshotAs(OutputType.BYTES));
        return this;
    }

    /** What axe-core finds wrong with the page's accessibility: a line a rule, with the elements that break it. */
    @SuppressWarnings("unchecked")
    public List<String> accessibilityViolations() {
        script(axe());
        return (List<String>) browser.executeAsyncScript("""
            const done = arguments[arguments.length - 1];
            axe.run().then(result => done(result.violations.map(
                violation => violation.id + ": " + violation.help + " at " + violation.nodes.map(node => node.target).join(", "))));
            """);
    }

    private static String axe() {
        try (InputStream in = Page.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The errors on the browser's console since this was last asked. */
    public List<String> errors() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
            .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
            .map(LogEntry::getMessage).toList();
    }

    @Override
    public void close() {
        List<String> errors = errors();
        browser.get("about:blank");
        server.close();
        assertEquals(List.of(), errors, "errors on the console");
    }
}
