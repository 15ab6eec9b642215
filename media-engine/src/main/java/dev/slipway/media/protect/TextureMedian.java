package dev.slipway.media.protect;

/**
 * The median of each point of a grid and its eight neighbours; outside the border the border is repeated. The middle of
 * nine is the middle of the largest low, the middle middle and the smallest high of the three columns.
 */
final class TextureMedian {
    private final int[][] values;
    private final int[] low;
    private final int[] middle;
    private final int[] high;
    private final int[] median;

    TextureMedian(int columns, int rows) {
        this.values = new int[rows][columns];
        this.low = new int[columns];
        this.middle = new int[columns];
        this.high = new int[columns];
        this.median = new int[columns];
    }

    /** The row to be written to. */
    int[] row(int row) {
        return values[row];
    }

    /** Valid until the next call. */
    int[] median(int row) {
        sortColumns(values[Math.max(0, row - 1)], values[row], values[Math.min(values.length - 1, row + 1)]);
        int last = median.length - 1;
        for (int column = 0; column <= last; column++) {
            int left = Math.max(0, column - 1);
            int right = Math.min(last, column + 1);
            int lows = Math.max(low[left], Math.max(low[column], low[right]));
            int middles = middle(middle[left], middle[column], middle[right]);
            int highs = Math.min(high[left], Math.min(high[column], high[right]));
            median[column] = middle(lows, middles, highs);
        }
        return median;
    }

    private void sortColumns(int[] above, int[] here, int[] below) {
        for (int column = 0; column < here.length; column++) {
            int smaller = Math.min(above[column], here[column]);
            int larger = Math.max(above[column], here[column]);
            low[column] = Math.min(smaller, below[column]);
            high[column] = Math.max(larger, below[column]);
            middle[column] = Math.max(smaller, Math.min(larger, below[column]));
        }
    }

    private static int middle(int first, int second, int third) {
        return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
    }
}
