package vn.lienthong.gateway.signature.pdf;

/** What is left of the work that one file may cause. */
final class PdfBudget {
    private int values;
    private int inflatedBytes;

    PdfBudget(PdfLimits limits) {
        this.values = limits.maximumValues();
        this.inflatedBytes = limits.maximumInflatedBytes();
    }

    void value() throws PdfFault {
        if (values-- <= 0) {
            throw new PdfFault("values: too many (expected: within a fixed limit)");
        }
    }

    int inflatableBytes() {
        return inflatedBytes;
    }

    void inflated(int bytes) {
        inflatedBytes -= bytes;
    }
}
