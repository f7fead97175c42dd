package descentlab.browser;

import descentlab.descent.Trajectory;
import descentlab.experiment.StepTable;
import descentlab.experiment.StepTable.Column;
import descentlab.message.Numerals;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** All steps of the selected run as a table: what the pictures show, for a screen reader and for checking. Filled only while it is open. */
final class TableView implements Lab.View {
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
            filled = run;
            fill(StepTable.of(lab.experiment(), run, Dom.MESSAGES), run.steps() + 1);
            Dom.setText(Dom.element("table-caption"), lab.explanation(lab.experiment().display().selected()).name());
        }
        mark(lab.step());
    }

    private void fill(List<Column> columns, int states) {
        current = null;
        HTMLElement head = Dom.element("table-head");
        Dom.empty(head);
        head.appendChild(cell("th", "col", Dom.MESSAGES.text("table.step")));
        for (Column column : columns) {
            head.appendChild(cell("th", "col", column.head()));
        }
        Dom.empty(body);
        int rows = Math.min(states, MOST_ROWS);
        for (int t = 0; t < rows; t++) {
            HTMLElement row = Dom.create("tr", "");
            row.appendChild(cell("th", "row", Numerals.exact(t)));
            for (Column column : columns) {
                row.appendChild(cell("td", "", t < column.values().length ? Numerals.exact(column.values()[t]) : ""));
            }
            body.appendChild(row);
        }
        String more = rows < states ? Dom.MESSAGES.text("table.more", Numerals.count(rows), Numerals.count(states)) : "";
        Dom.setText(Dom.element("table-more"), more);
    }

    private static HTMLElement cell(String tag, String scope, String text) {
        HTMLElement cell = Dom.create(tag, "");
        if (!scope.isEmpty()) {
            cell.setAttribute("scope", scope);
        }
        Dom.setText(cell, text);
        return cell;
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
