package descentlab.site;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.chromium.ChromiumDriver;

/**
 * What a page is shown on.
 *
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param density device pixels per CSS pixel
 */
public record Screen(int width, int height, double density, boolean dark, boolean reducedMotion) {
    public static final Screen DESKTOP = new Screen(1280, 800, 1, false, false);
    public static final Screen PHONE = new Screen(320, 640, 3, false, false);
    public static final Screen PROJECTOR = new Screen(1920, 1080, 1, false, false);

    public Screen inTheDark() {
        return new Screen(width, height, density, true, reducedMotion);
    }

    public Screen withReducedMotion() {
        return new Screen(width, height, density, dark, true);
    }

    /** Makes the browser show its page on this screen from now on (Chrome DevTools Protocol, domain Emulation). */
    void put(ChromiumDriver browser) {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of(
            "width", width, "height", height, "deviceScaleFactor", density, "mobile", false));
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(
            Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
            Map.of("name", "prefers-reduced-motion", "value", reducedMotion ? "reduce" : "no-preference"))));
    }
}
