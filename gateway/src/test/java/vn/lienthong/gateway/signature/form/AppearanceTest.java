package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** What people see, beside pictures that a person has approved. */
class AppearanceTest {
    private static final byte[] LETTER = LetterOfDecree30.make();

    @Test
    void officerSealAndStampLookAsTheDecreeHasThem() throws Exception {
        byte[] signed = FormFixture.sign(
                LETTER, FormFixture.OFFICER, new OfficerForm(FormFixture.SIGNATURE, LetterOfDecree30.officer()));
        byte[] sealed = FormFixture.sign(signed, FormFixture.SEAL, FormFixture.seal(signed));
        byte[] stamped = FormFixture.sign(sealed, FormFixture.RECEIVER, FormFixture.stamp(sealed));

        assertThat(FormFixture.verify(stamped).overall()).isEqualTo(Indication.TOTAL_PASSED);
        BufferedImage page = Pictures.page(stamped, 1);
        Pictures.assertApproved("letter-heading", Pictures.cut(page, new Place(1, 20, 10, 180, 80)));
        Pictures.assertApproved("letter-signatures", Pictures.cut(page, new Place(1, 90, 170, 110, 60)));
    }

    @Test
    void theSealCoversAThirdOfTheOfficersSignatureAtItsLeft() throws Exception {
        byte[] signed = FormFixture.sign(
                LETTER, FormFixture.OFFICER, new OfficerForm(FormFixture.SIGNATURE, LetterOfDecree30.officer()));

        Place officer = LetterOfDecree30.officer();
        Place seal = Places.suggest(signed, FormKind.AGENCY_SEAL);

        assertThat(seal.leftMm() + seal.widthMm() - officer.leftMm()).isCloseTo(officer.widthMm() / 3, within(0.1));
        assertThat(seal.widthMm()).isEqualTo(36);
        assertThat(seal.topMm() + seal.heightMm() / 2).isCloseTo(officer.topMm() + officer.heightMm() / 2, within(0.1));
    }

    @Test
    void aSecondSealLooksForTheOfficerNotForTheFirstSeal() throws Exception {
        byte[] signed = FormFixture.sign(
                LETTER, FormFixture.OFFICER, new OfficerForm(FormFixture.SIGNATURE, LetterOfDecree30.officer()));
        byte[] sealed = FormFixture.sign(signed, FormFixture.SEAL, FormFixture.seal(signed));

        assertThat(Places.suggest(sealed, FormKind.AGENCY_SEAL).leftMm())
                .isCloseTo(Places.suggest(signed, FormKind.AGENCY_SEAL).leftMm(), within(0.1));
    }

    @Test
    void theStampStandsOnFreePaperUnderTheSymbol() throws Exception {
        Place stamp = Places.suggest(LETTER, FormKind.INCOMING_STAMP);

        // The symbol and the subject under it end 722 points above the foot of the page.
        assertThat(stamp.topMm()).isBetween((842 - 722) / 72.0 * 25.4, 60.0);
        assertThat(stamp.leftMm() + stamp.widthMm() / 2).isCloseTo(170 / 72.0 * 25.4, within(1.0));
    }

    @Test
    void whereTheLeftIsFullTheStampStandsUnderTheDate() throws Exception {
        byte[] full = new MakeOfficialLetter()
                .make(new OfficialLetter(
                        DevTrust.AGENCY,
                        "12/SNV-VP",
                        "Thử",
                        Collections.nCopies(25, "Nội dung chỉ ở bên trái."),
                        DevTrust.NOW,
                        0));

        Place stamp = Places.suggest(full, FormKind.INCOMING_STAMP);

        assertThat(stamp.leftMm()).isGreaterThan(105);
    }

    @Test
    void annexesAndCopiesAreTextAtTheUpperRight() throws Exception {
        BufferedImage copy = Pictures.page(FormFixture.sign(LETTER, FormFixture.SEAL, FormFixture.copy()), 1);
        BufferedImage annex =
                Pictures.page(FormFixture.sign(LETTER, FormFixture.SEAL, CopyForm.annexOf("12/SNV-VP")), 1);

        Pictures.assertApproved("copy", Pictures.cut(copy, new Place(1, 110, 5, 95, 25)));
        Pictures.assertApproved("annex", Pictures.cut(annex, new Place(1, 110, 5, 95, 25)));
    }

    @Test
    void aSecondCopyStandsBesideTheFirstNotOverIt() throws Exception {
        byte[] once = FormFixture.sign(LETTER, FormFixture.SEAL, FormFixture.copy());
        byte[] twice = FormFixture.sign(once, FormFixture.SEAL, CopyForm.copy("SAO LỤC", "Sở Nội vụ tỉnh Thử Nghiệm"));

        Pictures.assertApproved("copies", Pictures.cut(Pictures.page(twice, 1), new Place(1, 20, 0, 185, 65)));
    }

    @Test
    void aCopyByAnAgencyOfALongNameCoversNoText() throws Exception {
        CopyForm lengthy = CopyForm.copy(
                "TRÍCH SAO",
                "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và phát triển đô thị tỉnh Thử Nghiệm");

        byte[] copied = FormFixture.sign(LETTER, FormFixture.SEAL, lengthy);

        Pictures.assertApproved("copy-lengthy", Pictures.cut(Pictures.page(copied, 1), new Place(1, 20, 0, 185, 65)));
    }

    @Test
    void everyVietnameseLetterIsDrawn() throws Exception {
        String capitals = "AÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ Đ EÈÉẺẼẸ ÊỀẾỂỄỆ IÌÍỈĨỊ OÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ UÙÚỦŨỤ ƯỪỨỬỮỰ YỲÝỶỸỴ";
        CopyForm letters = new CopyForm(List.of(capitals, capitals.toLowerCase(Locale.ROOT)));

        byte[] copied = FormFixture.sign(LETTER, FormFixture.SEAL, letters);
        byte[] stamped = FormFixture.sign(
                copied,
                FormFixture.RECEIVER,
                new IncomingStampForm(
                        capitals, "1", LocalDate.of(2026, 1, 2), Optional.empty(), new Place(1, 100, 225, 100, 35)));

        BufferedImage page = Pictures.page(stamped, 1);
        Pictures.assertApproved("letters-copy", Pictures.cut(page, new Place(1, 95, 35, 112, 30)));
        Pictures.assertApproved("letters-stamp", Pictures.cut(page, new Place(1, 98, 223, 104, 39)));
    }

    @Test
    void theOfficerIsProposedBetweenHisTitleAndHisName() throws Exception {
        Place officer = Places.suggest(LETTER, FormKind.OFFICER);
        Place seal = Places.suggest(LETTER, FormKind.AGENCY_SEAL);

        // Title and name stand 330 and 240 points above the foot of the page, in the middle at 410.
        assertThat(officer.topMm()).isGreaterThan((842 - 330) / 72.0 * 25.4);
        assertThat(officer.topMm() + officer.heightMm()).isLessThan((842 - 240) / 72.0 * 25.4);
        assertThat(officer.leftMm() + officer.widthMm() / 2).isCloseTo(410 / 72.0 * 25.4, within(1.0));
        assertThat(seal.leftMm() + seal.widthMm() - officer.leftMm()).isCloseTo(officer.widthMm() / 3, within(0.1));
    }

    @Test
    void aSecondOfficerSignsBesideTheFirst() throws Exception {
        byte[] once = FormFixture.sign(LETTER, FormFixture.OFFICER, FormFixture.officer(LETTER));
        byte[] twice = FormFixture.sign(once, FormFixture.RECEIVER, FormFixture.officer(once));
        Place first = Places.suggest(LETTER, FormKind.OFFICER);
        Place second = Places.suggest(once, FormKind.OFFICER);

        assertThat(second.topMm() >= first.topMm() + first.heightMm()
                        || second.leftMm() >= first.leftMm() + first.widthMm()
                        || second.leftMm() + second.widthMm() <= first.leftMm())
                .as("%s beside %s", second, first)
                .isTrue();
        assertThat(FormFixture.verify(twice).overall()).isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void longNamesAndStrangeLettersStayInTheirFrame() throws Exception {
        String lengthy = "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp 漢 tỉnh Thử Nghiệm "
                + "Bà Rịa - Vũng Tàu Thừa Thiên Huế và rất nhiều chữ nữa để tràn qua nhiều dòng";
        byte[] stamped = FormFixture.sign(
                LETTER,
                FormFixture.RECEIVER,
                new IncomingStampForm(
                        lengthy,
                        "1".repeat(60),
                        LocalDate.of(2026, 1, 2),
                        Optional.of(lengthy),
                        new Place(1, 20, 225, 50, 35)));
        byte[] sealed = FormFixture.sign(
                stamped,
                FormFixture.SEAL,
                new AgencySealForm(Optional.of(FormFixture.ROUND_SEAL), lengthy, new Place(1, 100, 225, 36, 36)));

        Pictures.assertApproved("lengthy", Pictures.cut(Pictures.page(sealed, 1), new Place(1, 15, 220, 130, 65)));
    }

    @Test
    void theTimeIsWrittenInTheVietnameseZone() {
        assertThat(Wording.time(DevTrust.NOW)).isEqualTo("2026-11-22T09:00:00+07:00");
    }
}
