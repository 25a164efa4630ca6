package vn.lienthong.routes.command.bench;

/**
 * One kind of document.
 *
 * @param pdfBytes about the size of the signed PDF
 * @param signatures in the PDF, each of another signer
 */
record BenchCase(ByteSize pdfBytes, int signatures) {
    BenchCase {
        if (signatures < 1 || signatures > 3) {
            throw new IllegalArgumentException("signatures: " + signatures + " (expected: 1 to 3)");
        }
    }
}
