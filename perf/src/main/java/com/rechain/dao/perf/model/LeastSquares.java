package com.rechain.dao.perf.model;

import java.util.ArrayList;
import java.util.List;

/** Linear least squares without negative coefficients, for the few columns that models have. */
final class LeastSquares {
    private LeastSquares() {}

    /**
     * The coefficients that come closest, none of them negative. With so few columns the best set
     * of those above zero is found by trying all sets (Lawson and Hanson, Solving Least Squares
     * Problems, 1974, ch. 23, states the conditions that it fulfils).
     */
    static double[] nonNegative(double[][] rows, double[] values) {
        int columns = rows[0].length;
        double[] best = new double[columns];
        double bestError = error(rows, values, best);
        for (int set = 1; set < 1 << columns; set++) {
            double[] candidate = solve(rows, values, columnsOf(set, columns));
            double error = error(rows, values, candidate);
            if (allNonNegative(candidate) && error < bestError) {
                best = candidate;
                bestError = error;
            }
        }
        return best;
    }

    private static List<Integer> columnsOf(int set, int columns) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            if ((set >> i & 1) == 1) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    /** The normal equations of the chosen columns; the others stay zero. */
    private static double[] solve(double[][] rows, double[] values, List<Integer> chosen) {
        int n = chosen.size();
        double[][] system = new double[n][n + 1];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < n; i++) {
                double left = rows[r][chosen.get(i)];
                system[i][n] += left * values[r];
                for (int j = 0; j < n; j++) {
                    system[i][j] += left * rows[r][chosen.get(j)];
                }
            }
        }
        double[] solved = eliminate(system);
        double[] all = new double[rows[0].length];
        for (int i = 0; i < n; i++) {
            all[chosen.get(i)] = solved[i];
        }
        return all;
    }

    private static double[] eliminate(double[][] system) {
        int n = system.length;
        for (int pivot = 0; pivot < n; pivot++) {
            moveLargestUp(system, pivot);
            for (int row = 0; row < n; row++) {
                double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; factor != 0 && column <= n; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solved = new double[n];
        for (int i = 0; i < n; i++) {
            solved[i] = system[i][n] / system[i][i];
        }
        return solved;
    }

    private static void moveLargestUp(double[][] system, int pivot) {
        int largest = pivot;
        for (int row = pivot + 1; row < system.length; row++) {
            if (Math.abs(system[row][pivot]) > Math.abs(system[largest][pivot])) {
                largest = row;
            }
        }
        double[] swapped = system[pivot];
        system[pivot] = system[largest];
        system[largest] = swapped;
    }

    private static boolean allNonNegative(double[] coefficients) {
        for (double coefficient : coefficients) {
            // NaN comes from columns that depend on each other.
            if (!(coefficient >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static double error(double[][] rows, double[] values, double[] coefficients) {
        double sum = 0;
        for (int r = 0; r < rows.length; r++) {
            double miss = values[r];
            for (int c = 0; c < coefficients.length; c++) {
                miss -= rows[r][c] * coefficients[c];
            }
            sum += miss * miss;
        }
        return sum;
    }
}
