package descentlab.browser;

import descentlab.survey.Flight;
import descentlab.survey.Outcomes;
import descentlab.survey.Survey;
import descentlab.survey.Tile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSString;

/**
 * Computes surveys: tile by tile in as many web workers as the machine has cores, or in the page itself, in slices so short that it stays quick, where
 * there are none or none has loaded the program yet. What a worker has failed to send is computed elsewhere.
 */
final class Pool {
    private static final int MOST_HANDS = 16;
    /** Each worker has been asked for so many tiles, so that it does not wait while the page draws. */
    private static final int AHEAD = 2;
    private static final double SLICE = 8;
    /** After this a worker that is still at the survey before is stopped, and another takes its place, in ms: a tile can take seconds. */
    private static final int LATE = 300;
    private static final int WATCH = 500;
    /** How long a worker may be silent: a time to load, and for each step of a tile of descents, four flights of them. */
    private static final double PATIENCE = 5000;
    private static final double PATIENCE_PER_STEP = 0.8;

    private final Runnable changed;
    private final List<Hand> hands = new ArrayList<>();
    private final Deque<Integer> again = new ArrayDeque<>();
    /** How many workers were started, those not counted that took the place of another. */
    private int started;
    private boolean slicing;
    private boolean watching;
    private boolean lost;
    private int job;
    /** What workers need to know of the survey. */
    private JSString text;
    private Survey survey;
    private Outcomes outcomes;
    private int next;
    /** What the page itself is at, or null, and which tile that is. */
    private Flight own;
    private int ownTile;
    private double began;
    private double ended;

    /** @param changed is called when more is known */
    Pool(Runnable changed) {
        this.changed = changed;
    }

    /** Leaves what it was at, and computes this survey; the text is the same for workers. */
    Outcomes start(String text, Survey survey) {
        job++;
        this.text = JSString.valueOf(text);
        this.survey = survey;
        outcomes = new Outcomes(survey);
        again.clear();
        next = 0;
        own = null;
        began = Dom.now();
        startHands(Math.max(1, cores() - 1));
        feed();
        int begun = job;
        Window.setTimeout(() -> replaceLate(begun), LATE);
        return outcomes;
    }

    /** Starts so many, unless that many were. While they load the program, one core is the page's: what it computes until then is seen first. */
    private void startHands(int count) {
        for (int most = Math.min(MOST_HANDS, count); started < most; started++) {
            startHand();
        }
    }

    private void startHand() {
        Hand[] itself = new Hand[1];
        itself[0] = Hand.start(this::welcome, this::receive, () -> fail(itself[0]));
        if (itself[0] != null) {
            hands.add(itself[0]);
        }
    }

    private void welcome() {
        startHands(cores());
        feed();
    }

    private void replaceLate(int begun) {
        for (Hand hand : new ArrayList<>(hands)) {
            if (begun == job && hand.isAtOtherThan(job)) {
                dismiss(hand);
                startHand();
            }
        }
        feed();
    }

    @JSBody(script = "return navigator.hardwareConcurrency || 2;")
    private static native int cores();

    /** Computes no more of it. */
    void stop() {
        job++;
        ended = Dom.now();
        survey = null;
        own = null;
    }

    /** Computes the rest of what it was stopped at. */
    void goOn() {
        job++;
        survey = outcomes.survey();
        began += Dom.now() - ended;
        again.clear();
        next = survey.tiles();
        for (int tile = 0; tile < next; tile++) {
            if (!outcomes.knows(tile)) {
                again.add(tile);
            }
        }
        feed();
    }

    boolean isWorking() {
        return survey != null && !outcomes.isComplete();
    }

    /** Whether it was stopped before all was known. */
    boolean isStopped() {
        return survey == null && outcomes != null && !outcomes.isComplete();
    }

    /** For how long it has been at the present survey, in milliseconds. */
    double elapsed() {
        return (isWorking() ? Dom.now() : ended) - began;
    }

    /** Whether a worker has failed. */
    boolean hasLost() {
        return lost;
    }

    private void feed() {
        if (own != null && !isAlone()) {
            again.add(ownTile);
            own = null;
        }
        for (int k = 0; k < AHEAD; k++) {
            for (Hand hand : hands) {
                if (hand.isReady() && hand.asked().size() <= k && hasNext()) {
                    hand.ask(job, text, take());
                }
            }
        }
        if (isAlone() && isWorking() && !slicing) {
            slicing = true;
            Window.setTimeout(this::slice, 0);
        }
        if (!hands.isEmpty() && !watching) {
            watching = true;
            Window.setTimeout(this::watch, WATCH);
        }
    }

    /** Whether no worker computes tiles, or none yet. */
    private boolean isAlone() {
        boolean alone = true;
        for (Hand hand : hands) {
            alone &= !hand.isReady();
        }
        return alone;
    }

    private boolean hasNext() {
        return survey != null && (!again.isEmpty() || next < survey.tiles());
    }

    private int take() {
        return again.isEmpty() ? next++ : again.remove();
    }

    private void receive(int ofJob, double[] tile) {
        if (ofJob == job) {
            add(new Tile(tile));
        }
        feed();
    }

    private void add(Tile tile) {
        outcomes.add(tile);
        ended = Dom.now();
        changed.run();
    }

    private void watch() {
        watching = false;
        boolean waiting = isWorking();
        for (Hand hand : new ArrayList<>(hands)) {
            waiting |= !hand.asked().isEmpty();
            if (survey != null && !hand.isAtOtherThan(job) && hand.silence() > PATIENCE + PATIENCE_PER_STEP * survey.plan().steps()) {
                fail(hand);
            }
        }
        if (waiting) {
            feed();
        }
    }

    /** Takes over what a worker has not sent. */
    private void fail(Hand hand) {
        if (hands.contains(hand)) {
            lost = true;
            dismiss(hand);
            startHands(cores());
            feed();
            changed.run();
        }
    }

    /** Others compute what it has been asked for. */
    private void dismiss(Hand hand) {
        hands.remove(hand);
        hand.stop();
        for (int[] asked : hand.asked()) {
            if (asked[0] == job) {
                again.add(asked[1]);
            }
        }
    }

    /** A slice of the work in the page itself. */
    private void slice() {
        slicing = false;
        double end = Dom.now() + SLICE;
        while (isAlone() && isWorking() && Dom.now() < end) {
            if (own == null) {
                ownTile = take();
                own = survey.flight(ownTile);
            } else if (!own.advance()) {
                Tile tile = own.tile();
                own = null;
                add(tile);
            }
        }
        feed();
    }
}
