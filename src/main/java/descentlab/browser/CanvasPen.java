package descentlab.browser;

import descentlab.scene.Bitmap;
import descentlab.scene.Frame;
import descentlab.scene.Lettering;
import descentlab.scene.Mark;
import descentlab.scene.Pen;
import descentlab.scene.Stroke;
import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.typedarrays.Int32Array;

/** Draws on a canvas of the page, sharp at any pixel density. */
final class CanvasPen implements Pen {
    private static final String FONT = "px system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";

    /** Labels come again in the next frame; numbers that change do not, so that the widths known are forgotten when they are many. */
    private static final int MOST_WIDTHS = 500;
    /** How many pixels a small image has at most. */
    private static final int SMALL = 8192;

    private final HTMLCanvasElement canvas;
    private final CanvasRenderingContext2D context;
    /** Strings for the canvas by what they say: making them anew for every line would cost more than drawing it. */
    private final Map<Integer, String> colours = new HashMap<>();
    private final Map<Integer, String> fonts = new HashMap<>();
    private final Map<String, Double> widths = new HashMap<>();
    /** Where an image is painted pixel by pixel, to be drawn from; kept as long as the same bitmap is drawn. */
    private final HTMLCanvasElement sheet = (HTMLCanvasElement) Dom.create("canvas", "");
    private Bitmap painted;
    /** The same for a small image, which is painted each time. */
    private final HTMLCanvasElement stamp = (HTMLCanvasElement) Dom.create("canvas", "");
    /** Of the canvas on the page. Read when it changes: to ask for it in every frame would make the browser lay out the page there and then. */
    private double width;
    private double height;

    CanvasPen(String id) {
        canvas = (HTMLCanvasElement) Dom.element(id);
        context = (CanvasRenderingContext2D) canvas.getContext("2d");
        measure();
        Dom.onResize(canvas, event -> measure());
    }

    private void measure() {
        width = canvas.getClientWidth();
        height = canvas.getClientHeight();
    }

    HTMLCanvasElement canvas() {
        return canvas;
    }

    /** Whether the page gives it a place. */
    boolean isShown() {
        return width > 0 && height > 0;
    }

    /** Takes the size that the page gives the canvas, and a clean sheet. False where the canvas has no size, as when it is not shown. */
    boolean begin() {
        double density = Window.current().getDevicePixelRatio();
        int pixelsAcross = (int) (width * density);
        int pixelsDown = (int) (height * density);
        if (pixelsAcross == 0 || pixelsDown == 0) {
            return false;
        }
        if (canvas.getWidth() != pixelsAcross || canvas.getHeight() != pixelsDown) {
            canvas.setWidth(pixelsAcross);
            canvas.setHeight(pixelsDown);
        }
        context.setTransform(pixelsAcross / width, 0, 0, pixelsDown / height, 0, 0);
        context.setLineJoin("round");
        context.setTextBaseline("alphabetic");
        return true;
    }

    private String css(int colour) {
        return colours.computeIfAbsent(colour, Theme::css);
    }

    private String font(double size, int weight) {
        return fonts.computeIfAbsent(weight * 1000 + (int) size, key -> weight + " " + (int) size + FONT);
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public void polyline(double[] xs, double[] ys, int from, int to, Stroke stroke) {
        context.beginPath();
        for (int i = from; i < to; i++) {
            context.lineTo(xs[i], ys[i]);
        }
        stroke(stroke);
    }

    @Override
    public void segments(double[] xs, double[] ys, int from, int to, Stroke stroke) {
        context.beginPath();
        for (int i = from; i + 1 < to; i += 2) {
            context.moveTo(xs[i], ys[i]);
            context.lineTo(xs[i + 1], ys[i + 1]);
        }
        stroke(stroke);
    }

    private void stroke(Stroke stroke) {
        context.setStrokeStyle(css(stroke.colour()));
        context.setGlobalAlpha(stroke.alpha());
        context.setLineWidth(stroke.width());
        setDash(context, stroke.dash());
        context.stroke();
    }

    @JSBody(params = {"context", "dash"}, script = "context.setLineDash(dash > 0 ? [dash, dash] : []);")
    private static native void setDash(CanvasRenderingContext2D context, double dash);

    @Override
    public void polygon(double[] xs, double[] ys, int from, int to, int colour, double alpha) {
        context.beginPath();
        for (int i = from; i < to; i++) {
            context.lineTo(xs[i], ys[i]);
        }
        fill(colour, alpha);
    }

    @Override
    public void rectangle(Frame frame, int colour, double alpha) {
        context.setFillStyle(css(colour));
        context.setGlobalAlpha(alpha);
        context.fillRect(frame.left(), frame.top(), frame.width(), frame.height());
    }

    @Override
    public void image(Bitmap bitmap, Frame frame) {
        boolean small = bitmap.pixels().length <= SMALL;
        if (small || bitmap != painted) {
            painted = small ? painted : bitmap;
            paint(small ? stamp : sheet, bitmap.columns(), bitmap.rows(), Int32Array.copyFromJavaArray(bitmap.pixels()));
        }
        context.setGlobalAlpha(1);
        setSmooth(context, !bitmap.squares());
        context.drawImage(small ? stamp : sheet, frame.left(), frame.top(), frame.width(), frame.height());
    }

    @JSBody(params = {"context", "smooth"}, script = "context.imageSmoothingEnabled = smooth;")
    private static native void setSmooth(CanvasRenderingContext2D context, boolean smooth);

    /** 0xRRGGBB turned into the order in which a canvas has its bytes, red first, opaque. The sheet keeps what it is painted with for the next time. */
    @JSBody(params = {"sheet", "columns", "rows", "pixels"}, script = """
        if (!sheet.image || sheet.width !== columns || sheet.height !== rows) {
            sheet.width = columns;
            sheet.height = rows;
            sheet.image = new ImageData(columns, rows);
            sheet.bytes = new Uint32Array(sheet.image.data.buffer);
        }
        var bytes = sheet.bytes;
        for (var i = 0; i < bytes.length; i++) {
            var c = pixels[i];
            bytes[i] = 0xFF000000 | (c & 255) << 16 | c & 0xFF00 | c >> 16;
        }
        sheet.getContext('2d').putImageData(sheet.image, 0, 0);""")
    private static native void paint(HTMLCanvasElement sheet, int columns, int rows, Int32Array pixels);

    private void fill(int colour, double alpha) {
        context.setFillStyle(css(colour));
        context.setGlobalAlpha(alpha);
        context.fill();
    }

    @Override
    public void marks(Mark mark, double[] xs, double[] ys, int from, int to, double radius, int colour, double alpha) {
        context.beginPath();
        for (int i = from; i < to; i++) {
            outline(mark, xs[i], ys[i], mark == Mark.RING ? radius * (1 - Mark.RING_WIDTH / 2) : radius);
        }
        if (mark == Mark.RING) {
            stroke(Stroke.solid(colour, alpha, Mark.RING_WIDTH * radius));
        } else {
            fill(colour, alpha);
        }
    }

    private void outline(Mark mark, double x, double y, double radius) {
        double[] corners = mark.corners();
        if (corners.length == 0) {
            context.moveTo(x + radius, y);
            context.arc(x, y, radius, 0, 2 * Math.PI);
            return;
        }
        context.moveTo(x + radius * corners[0], y + radius * corners[1]);
        for (int k = 2; k < corners.length; k += 2) {
            context.lineTo(x + radius * corners[k], y + radius * corners[k + 1]);
        }
        context.closePath();
    }

    @Override
    public void clip(Frame frame) {
        context.save();
        context.beginPath();
        context.rect(frame.left(), frame.top(), frame.width(), frame.height());
        context.clip();
    }

    @Override
    public void unclip() {
        context.restore();
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        context.setFont(font(lettering.size(), lettering.weight()));
        context.setTextAlign(switch (lettering.align()) {
            case LEFT -> "left";
            case CENTRE -> "center";
            case RIGHT -> "right";
        });
        context.setGlobalAlpha(1);
        if (lettering.halo() >= 0) {
            context.setStrokeStyle(css(lettering.halo()));
            context.setLineWidth(2 * Lettering.HALO);
            setDash(context, 0);
            context.strokeText(text, x, y);
        }
        context.setFillStyle(css(lettering.colour()));
        context.fillText(text, x, y);
    }

    @Override
    public double textWidth(String text, double size, int weight) {
        String key = weight * 1000 + (int) size + text;
        Double width = widths.get(key);
        if (width == null) {
            if (widths.size() > MOST_WIDTHS) {
                widths.clear();
            }
            context.setFont(font(size, weight));
            width = context.measureText(text).getWidth();
            widths.put(key, width);
        }
        return width;
    }
}
