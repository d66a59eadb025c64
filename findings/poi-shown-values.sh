#!/usr/bin/env bash
# Library: Apache POI 4.0.1 (Java, Debian 12), DataFormatter, which says that it gives a cell as Excel shows it. Needs
#   root for apt-get where it is not there yet.
# Guess: it does, for the formats that a list of devices has: yes and no kept as 1 and 0, amounts with their unit,
#   numbers of stickers.
# Seen: an empty part of a format counts for no part, so 0 in "ja";;"nee" is "ja" as 1 is (Excel: nee). A negative
#   with a word for it keeps its digits: -3 in 0;"te kort" is "te kort3". A point between quotes is taken for that of
#   the decimals: 12 in "nr." 000 is "nr12.000 " (Excel: nr. 012), in 0" st." "12. st" and in 0.00" p.m." "12.5",
#   without the unit. 0" st" and "nr" 000 are right. Nothing is raised.
# Why it matters: programs in Java take the text of cells with it, and hand a list on. In a column "defect" every device
#   is defect, and twelve is twelve thousand. Take the number and make the text yourself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
[ -e /usr/share/java/poi.jar ] && command -v javac > /dev/null || {
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends libapache-poi-java default-jdk-headless
} > /dev/null
cd "$folder"
cat > Shown.java <<'JAVA'
import java.util.Locale;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Workbook;

public class Shown {
    // The number, its format, what Excel shows and what POI said.
    static final Object[][] CELLS = {
        {1.0, "\"ja\";;\"nee\"", "ja", "ja"},
        {0.0, "\"ja\";;\"nee\"", "nee", "ja"},
        {-3.0, "0;\"te kort\"", "te kort", "te kort3"},
        {12.0, "\"nr.\" 000", "nr. 012", "nr12.000 "},
        {12.0, "\"nr\" 000", "nr 012", "nr 012"},
        {12.0, "0\" st.\"", "12 st.", "12. st"},
        {12.0, "0\" st\"", "12 st", "12 st"},
        {12.5, "0.00\" p.m.\"", "12.50 p.m.", "12.5"},
    };

    public static void main(String[] arguments) {
        System.out.println("POI " + org.apache.poi.Version.getVersion());
        Workbook book = new HSSFWorkbook();
        DataFormatter formatter = new DataFormatter(Locale.US);
        boolean changed = false;
        for (Object[] known : CELLS) {
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat((String) known[1]));
            Cell cell = book.createSheet().createRow(0).createCell(0);
            cell.setCellValue((Double) known[0]);
            cell.setCellStyle(style);
            String seen = formatter.formatCellValue(cell);
            System.out.println(known[0] + " in " + known[1] + ": '" + seen + "' (Excel '" + known[2] + "')");
            changed |= !seen.equals(known[3]);
        }
        if (changed) {
            System.err.println("changed: other texts");
            System.exit(1);
        }
    }
}
JAVA
jars=$(printf '%s:' /usr/share/java/poi.jar /usr/share/java/commons-*.jar)
java -cp "$jars" Shown.java 2> >(grep -v -i 'log4j\|slf4j' >&2)
