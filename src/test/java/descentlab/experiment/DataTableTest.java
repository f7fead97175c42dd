package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.message.InputException;
import descentlab.message.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.5,1\n2,-3", "x,y\n0.5,1\n2,-3\n", "\uFEFFx;y\r\n0,5;1\r\n2;−3\r\n\r\n", "0,5\t1,0\n2\t-3", "  0.5   1\n2 -3 ",
        "\"0.5\",\"1\"\n\"2\",\"-3\"", "0.5;1\n\n2;-3", "0.5, 1\r2, -3e0"})
    void readsWhatSpreadsheetsWrite(String text) throws InputException {
        DataTable table = DataTable.read(text);
        assertEquals(List.of(), table.bad());
        assertEquals(2, table.rows().size());
        assertArrayEquals(new double[] {0.5, 1}, table.rows().get(0));
        assertArrayEquals(new double[] {2, -3}, table.rows().get(1));
        assertEquals("points(x=(0.5,2),y=(1,-3))", table.points().text());
    }

    @Test
    void threeColumnsAreTwoInputsAndATarget() throws InputException {
        assertEquals("points(x=(1,4),x2=(2,5),y=(0,1))", DataTable.read("1,2,0\n4,5,1").points().text());
    }

    @Test
    void eachBadRowHasASentenceAndTheGoodOnesStay() throws InputException {
        DataTable table = DataTable.read("x,y\n1,2\nabc,3\n4\n5,6,7\n8,NaN\n9,\n10,inf\n11,1e999\n12,13");
        List<String> sentences = table.bad().stream().map(Messages.english()::text).toList();
        assertEquals(7, sentences.size(), sentences.toString());
        assertTrue(sentences.get(0).contains("Row 3: “abc”"), sentences.get(0));
        assertTrue(sentences.get(1).startsWith("Row 4 has 1 cell(s), but 2"), sentences.get(1));
        assertTrue(sentences.get(2).startsWith("Row 5 has 3 cell(s)"), sentences.get(2));
        assertTrue(sentences.get(3).contains("Row 6: “NaN”"), sentences.get(3));
        assertTrue(sentences.get(4).contains("Row 7 has nothing in cell 2"), sentences.get(4));
        assertEquals("points(x=(1,12),y=(2,13))", table.points().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n \n", "  "})
    void emptyIsSaid(String text) {
        assertEquals("data.empty", assertThrows(InputException.class, () -> DataTable.read(text)).message().key());
    }

    @Test
    void wholesThatCannotBeUsedAreSaid() throws InputException {
        assertEquals("data.few", problem("1,2"));
        assertEquals("data.few", problem("x,y"));
        assertEquals("data.constant", problem("1,2\n1,3\n1,4"));
        assertEquals("data.constant", problem("1,2\n2,2"));
        assertEquals("learning.many", problem("1,2\n2,3\n".repeat(10_001)));
        String large = "1.5,2.5\n".repeat(1_310_720);
        assertEquals("data.long", assertThrows(InputException.class, () -> DataTable.read(large)).message().key(), "10 MB");
    }

    private static String problem(String text) throws InputException {
        DataTable table = DataTable.read(text);
        return assertThrows(InputException.class, table::points).message().key();
    }

    @Test
    void textIsNoData() throws InputException {
        DataTable table = DataTable.read("Dear all,\nplease find attached\nthe data.");
        assertTrue(table.rows().isEmpty());
        assertTrue(table.bad().size() >= 2);
    }
}
