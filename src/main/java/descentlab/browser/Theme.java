package descentlab.browser;

import descentlab.scene.Mark;
import descentlab.scene.Palette;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.xml.Element;

/** Light or dark, as the system says, and colours as CSS. */
final class Theme {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String DARK = "(prefers-color-scheme: dark)";

    private static boolean dark = Dom.matches(DARK);

    private Theme() {
    }

    static boolean isDark() {
        return dark;
    }

    static Palette palette() {
        return isDark() ? Palette.DARK : Palette.LIGHT;
    }

    static void onChange(Runnable changed) {
        Dom.onMediaChange(DARK, event -> {
            dark = Dom.matches(DARK);
            changed.run();
        });
    }

    /** Pictures on paper are light; the browser takes them as they are right after it has said that it prints. */
    static void onPrint(Runnable drawn) {
        Dom.on(Window.current(), "beforeprint", event -> {
            dark = false;
            drawn.run();
        });
        Dom.on(Window.current(), "afterprint", event -> {
            dark = Dom.matches(DARK);
            drawn.run();
        });
    }

    /** 0xRRGGBB as #rrggbb. */
    static String css(int colour) {
        String hex = Integer.toHexString(colour & 0xFFFFFF);
        return "#" + "000000".substring(hex.length()) + hex;
    }

    /** The mark of a run as a small picture for the list of runs. */
    static Element mark(Mark mark, int colour) {
        Element svg = Dom.createElementNs(SVG, "svg");
        svg.setAttribute("viewBox", "-8 -8 16 16");
        svg.setAttribute("aria-hidden", "true");
        boolean round = mark.corners().length == 0;
        Element shape = Dom.createElementNs(SVG, round ? "circle" : "polygon");
        if (round) {
            shape.setAttribute("r", mark == Mark.RING ? "5" : "6");
        } else {
            shape.setAttribute("points", points(mark.corners()));
        }
        shape.setAttribute("fill", mark == Mark.RING ? "none" : css(colour));
        shape.setAttribute("stroke", mark == Mark.RING ? css(colour) : "none");
        shape.setAttribute("stroke-width", "2.5");
        svg.appendChild(shape);
        return svg;
    }

    private static String points(double[] corners) {
        StringBuilder points = new StringBuilder();
        for (double corner : corners) {
            points.append(6 * corner).append(' ');
        }
        return points.toString();
    }
}
