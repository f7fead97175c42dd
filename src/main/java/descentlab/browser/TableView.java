package descentlab.browser;

import descentlab.descent.Trajectory;
import descentlab.message.Numerals;
import org.teavm.jso.dom.html.HTMLElement;

/** All steps of the selected run as a table: what the pictures show, for a screen reader and for checking. Filled only while it is open. */
final class TableView implements Lab.View {
    private static final String[] HEADS = {"table.step", "table.x", "table.loss", "table.slope", "table.rate", "table.change"};
    private static final String[] MAP_HEADS = {"table.step", "table.x", "table.y", "table.loss", "table.slope.x", "table.slope.y", "table.rate"};
    /** More rows than this make a page slow; the CSV file has them all. */
    private static final int MOST_ROWS = 1000;

    private final HTMLElement details = Dom.element("steps-details");
    private final HTMLElement body = Dom.element("table-body");
    private Trajectory filled;
    private HTMLElement current;

    TableView(Lab lab) {
        Dom.on(details, "toggle", event -> lab.redraw());
    }

    @Override
    public void show(Lab lab) {
        if (!details.hasAttribute("open")) {
            return;
        }
        Trajectory run = lab.selectedTrajectory();
        if (run != filled) {
            fill(run);
            Dom.setText(Dom.element("table-caption"), lab.explanation(lab.experiment().display().selected()).name());
        }
        mark(lab.step());
    }

    private static void name(String[] heads) {
        Dom.empty(Dom.element("table-head"));
        for (String key : heads) {
            HTMLElement head = Dom.create("th", "");
            head.setAttribute("scope", "col");
            Dom.setText(head, Dom.MESSAGES.text(key));
            Dom.element("table-head").appendChild(head);
        }
    }

    private void fill(Trajectory run) {
        boolean map = run.dimension() == 2;
        filled = run;
        current = null;
        Dom.empty(body);
        name(map ? MAP_HEADS : HEADS);
        int rows = Math.min(run.steps() + 1, MOST_ROWS);
        for (int t = 0; t < rows; t++) {
            HTMLElement row = Dom.create("tr", "");
            cell(row, t, true);
            for (double[] coordinate : run.x()) {
                cell(row, coordinate[t], false);
            }
            cell(row, run.loss()[t], false);
            for (double[] slope : run.gradient()) {
                cell(row, slope[t], false);
            }
            boolean last = t == run.steps();
            cell(row, last ? "" : Numerals.exact(run.rate()[t]));
            if (!map) {
                cell(row, last ? "" : Numerals.exact(run.x()[0][t + 1] - run.x()[0][t]));
            }
            body.appendChild(row);
        }
        String more = rows <= run.steps() ? Dom.MESSAGES.text("table.more", Numerals.count(rows), Numerals.count(run.steps() + 1)) : "";
        Dom.setText(Dom.element("table-more"), more);
    }

    private static void cell(HTMLElement row, double value, boolean head) {
        HTMLElement cell = Dom.create(head ? "th" : "td", "");
        if (head) {
            cell.setAttribute("scope", "row");
        }
        Dom.setText(cell, Numerals.exact(value));
        row.appendChild(cell);
    }

    private static void cell(HTMLElement row, String text) {
        HTMLElement cell = Dom.create("td", "");
        Dom.setText(cell, text);
        row.appendChild(cell);
    }

    private void mark(int step) {
        if (current != null) {
            Dom.setClass(current, "current", false);
        }
        current = step < MOST_ROWS ? (HTMLElement) body.getChildNodes().get(step) : null;
        if (current != null) {
            Dom.setClass(current, "current", true);
        }
    }
}
