#include "pack/page/form_pictures.h"

#include <gtest/gtest.h>

#include "base/base64.h"
#include "scratch_pack.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::pack {
namespace {

// A drawing of a square.
constexpr const char* kSquare =
    "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI4IiBoZWlnaHQ9IjgiPjxyZWN0IHdpZH"
    "R"
    "oPSI4IiBoZWlnaHQ9IjgiLz48L3N2Zz4=";

std::string form_with(const std::string& attachment) {
    return "resourceType: Questionnaire\nstatus: draft\nitem:\n- linkId: a\n  type: boolean\n"
           "  text: A\n  extension: [{url: "
           "\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia\", "
           "valueAttachment: {title: A square, contentType: image/svg+xml, " +
           attachment + "}}]\n";
}

std::string text_in(const base::OpenFile& file) {
    return base::read_bytes(file.descriptor, file.bytes, "picture").value();
}

}  // namespace

TEST(FormPictures, that_stand_in_the_form_are_opened_out_of_it) {
    for (const std::string& attachment :
         {std::string("data: ") + kSquare,
          std::string("url: \"data:image/svg+xml;base64,") + kSquare + "\""}) {
        ScratchPack folder;
        folder.write("questionnaire.yaml", form_with(attachment));
        const auto form = folder.folder() / "questionnaire.yaml";
        const auto loaded = screening::load_questionnaire(form_with(attachment), "form");
        ASSERT_TRUE(loaded.questionnaire) << base::to_line(loaded.findings.front());
        const auto path = path_of_picture(form, loaded.questionnaire->items[0].media);
        EXPECT_EQ(form_of_picture(path), form);
        const auto file = open_picture(path, 1000);
        ASSERT_TRUE(file);
        EXPECT_EQ(text_in(*file), base::from_base64(kSquare));
        EXPECT_EQ(open_picture(path, 10).error().kind, base::FaultKind::too_large);
    }
}

TEST(FormPictures, that_are_not_in_the_form_any_more_are_not_found) {
    ScratchPack folder;
    folder.write("questionnaire.yaml", form_with("url: images/x.svg"));
    const auto form = folder.folder() / "questionnaire.yaml";
    EXPECT_EQ(open_picture(form / "0123456789abcdef", 1000).error().kind,
              base::FaultKind::not_found);
}

TEST(FormPictures, by_their_url_are_files_beside_the_form) {
    screening::Media media;
    EXPECT_EQ(path_of_picture("/pack/questionnaire.yaml", media), "");
    media.url = "images/x.svg";
    EXPECT_EQ(path_of_picture("/pack/questionnaire.yaml", media), "/pack/images/x.svg");
}

}  // namespace candor::pack
