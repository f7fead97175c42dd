package descentlab.scene;

/** A viewport laid into a frame: the mapping between the units of the axes and pixels, both ways. */
public record Plot(Viewport view, Frame frame) {
    /** Pixels are held within ± this, so that differences and products of them stay finite. */
    private static final double FAR = 1e100;

    /** The pixel of a value of x; NaN for NaN, far outside for an infinite one. */
    public double px(double x) {
        return held(frame.left() + (x - view.xMin()) / view.width() * frame.width());
    }

    public double py(double y) {
        return held(frame.bottom() - (y - view.yMin()) / view.height() * frame.height());
    }

    public double xAt(double px) {
        return view.xMin() + (px - frame.left()) / frame.width() * view.width();
    }

    public double yAt(double py) {
        return view.yMin() + (frame.bottom() - py) / frame.height() * view.height();
    }

    private static double held(double pixel) {
        return Math.max(-FAR, Math.min(FAR, pixel));
    }
}
