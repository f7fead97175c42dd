package descentlab.site;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriver;
import org.openqa.selenium.chromium.ChromiumOptions;
import org.openqa.selenium.edge.EdgeDriver;
import org.openqa.selenium.edge.EdgeDriverService;
import org.openqa.selenium.edge.EdgeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Finds a browser and starts it without a window. In this order: an installed Chrome, Chromium or Edge with its driver; what Selenium Manager
 * finds or fetches; as root on Debian or Ubuntu, the distribution's Chromium, which is then installed.
 */
public final class Browsers {
    private record Installed(String browser, String driver) {
        boolean isEdge() {
            return browser.startsWith("microsoft-edge");
        }
    }

    private static final List<Installed> INSTALLED = List.of(
        new Installed("google-chrome", "chromedriver"),
        new Installed("chromium", "chromedriver"),
        new Installed("chromium-browser", "chromedriver"),
        new Installed("chromium", "chromium.chromedriver"),
        new Installed("microsoft-edge", "msedgedriver"));

    private static final List<List<String>> INSTALLATION = List.of(
        List.of("apt-get", "-q", "update"),
        List.of("apt-get", "-q", "install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"));

    /** The last keeps sandboxed frames in the page's process, without which the driver would not see the errors on their console. */
    private static final List<String> FLAGS = List.of("--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        "--disable-features=IsolateSandboxedIframes");

    /** Held here, since Java forgets a logger's level with the logger. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        // It warns of every browser that is newer than itself that it lacks typed commands for its developer tools, which are not used here.
        SELENIUM.setLevel(Level.SEVERE);
    }

    private static ChromiumDriver shared;

    private final List<String> failures = new ArrayList<>();

    private Browsers() {
    }

    /** The browser of this test run: started when it is first asked for, ended with the run. */
    public static synchronized ChromiumDriver shared() {
        if (shared == null) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::quit));
        }
        return shared;
    }

    /** Starts a browser of its own; the caller quits it. */
    public static ChromiumDriver start() {
        Browsers search = new Browsers();
        return search.installed().or(search::managed).or(search::freshlyInstalled).orElseThrow(() -> new IllegalStateException(
            "No browser could be started; install Chrome, Chromium or Edge with its driver. Tried: " + String.join("; ", search.failures)));
    }

    private Optional<ChromiumDriver> installed() {
        for (Installed candidate : INSTALLED) {
            Optional<Path> browser = onPath(candidate.browser());
            Optional<Path> driver = onPath(candidate.driver());
            if (browser.isPresent() && driver.isPresent()) {
                Optional<ChromiumDriver> started = attempt(candidate.browser() + " with " + candidate.driver(),
                    () -> candidate.isEdge() ? edge(browser.get(), driver.get()) : chrome(browser.get(), driver.get()));
                if (started.isPresent()) {
                    return started;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<ChromiumDriver> managed() {
        return attempt("Selenium Manager, Chrome", () -> new ChromeDriver(chromeOptions()))
            .or(() -> attempt("Selenium Manager, Edge", () -> new EdgeDriver(edgeOptions())));
    }

    private Optional<ChromiumDriver> freshlyInstalled() {
        if (!isRoot() || onPath("apt-get").isEmpty()) {
            failures.add("apt-get: only as root on Debian or Ubuntu");
            return Optional.empty();
        }
        System.out.println("No browser was found: installing chromium and chromium-driver by apt-get.");
        for (List<String> command : INSTALLATION) {
            if (!run(command)) {
                failures.add(String.join(" ", command) + " failed");
                return Optional.empty();
            }
        }
        return installed();
    }

    private interface Start {
        ChromiumDriver start();
    }

    private Optional<ChromiumDriver> attempt(String name, Start start) {
        try {
            return Optional.of(start.start());
        } catch (WebDriverException e) {
            failures.add(name + ": " + e.getRawMessage().lines().findFirst().orElse("failed"));
            return Optional.empty();
        }
    }

    private static ChromiumDriver chrome(Path browser, Path driver) {
        ChromeOptions options = chromeOptions();
        options.setBinary(browser.toFile());
        return new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).build(), options);
    }

    private static ChromiumDriver edge(Path browser, Path driver) {
        EdgeOptions options = edgeOptions();
        options.setBinary(browser.toFile());
        return new EdgeDriver(new EdgeDriverService.Builder().usingDriverExecutable(driver.toFile()).build(), options);
    }

    private static ChromeOptions chromeOptions() {
        ChromeOptions options = new ChromeOptions();
        options.setCapability(ChromeOptions.LOGGING_PREFS, consoleLog());
        return withFlags(options);
    }

    private static EdgeOptions edgeOptions() {
        EdgeOptions options = new EdgeOptions();
        options.setCapability(EdgeOptions.LOGGING_PREFS, consoleLog());
        return withFlags(options);
    }

    /** Chromium refuses to run in its sandbox as root. */
    private static <T extends ChromiumOptions<T>> T withFlags(T options) {
        options.addArguments(FLAGS);
        if (isRoot()) {
            options.addArguments("--no-sandbox");
        }
        return options;
    }

    private static LoggingPreferences consoleLog() {
        LoggingPreferences preferences = new LoggingPreferences();
        preferences.enable(LogType.BROWSER, Level.ALL);
        return preferences;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** The program of a name on the PATH. */
    public static Optional<Path> onPath(String name) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path program = Path.of(directory, name);
            if (Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    private static boolean run(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().putAll(Map.of("DEBIAN_FRONTEND", "noninteractive"));
        try {
            return process.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
