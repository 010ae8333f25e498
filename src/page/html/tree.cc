#include "page/html/tree.h"

#include <fmt/format.h>
#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/html/html.h>

#include <array>

namespace sumario::page {
namespace {

std::array<Tag, LXB_TAG__LAST_ENTRY> tag_table() {
  std::array<Tag, LXB_TAG__LAST_ENTRY> table;
  table.fill(Tag::kUnknown);
#define SUMARIO_TAG(upper, tag) table[LXB_TAG_##upper] = Tag::tag
  SUMARIO_TAG(A, kA);
  SUMARIO_TAG(ABBR, kAbbr);
  SUMARIO_TAG(ADDRESS, kAddress);
  SUMARIO_TAG(ARTICLE, kArticle);
  SUMARIO_TAG(ASIDE, kAside);
  SUMARIO_TAG(AUDIO, kAudio);
  SUMARIO_TAG(B, kB);
  SUMARIO_TAG(BASE, kBase);
  SUMARIO_TAG(BLOCKQUOTE, kBlockquote);
  SUMARIO_TAG(BODY, kBody);
  SUMARIO_TAG(BR, kBr);
  SUMARIO_TAG(BUTTON, kButton);
  SUMARIO_TAG(CANVAS, kCanvas);
  SUMARIO_TAG(CAPTION, kCaption);
  SUMARIO_TAG(CITE, kCite);
  SUMARIO_TAG(CODE, kCode);
  SUMARIO_TAG(DATALIST, kDatalist);
  SUMARIO_TAG(DD, kDd);
  SUMARIO_TAG(DEL, kDel);
  SUMARIO_TAG(DETAILS, kDetails);
  SUMARIO_TAG(DIALOG, kDialog);
  SUMARIO_TAG(DIV, kDiv);
  SUMARIO_TAG(DL, kDl);
  SUMARIO_TAG(DT, kDt);
  SUMARIO_TAG(EM, kEm);
  SUMARIO_TAG(EMBED, kEmbed);
  SUMARIO_TAG(FIELDSET, kFieldset);
  SUMARIO_TAG(FIGCAPTION, kFigcaption);
  SUMARIO_TAG(FIGURE, kFigure);
  SUMARIO_TAG(FONT, kFont);
  SUMARIO_TAG(FOOTER, kFooter);
  SUMARIO_TAG(FORM, kForm);
  SUMARIO_TAG(H1, kH1);
  SUMARIO_TAG(H2, kH2);
  SUMARIO_TAG(H3, kH3);
  SUMARIO_TAG(H4, kH4);
  SUMARIO_TAG(H5, kH5);
  SUMARIO_TAG(H6, kH6);
  SUMARIO_TAG(HEAD, kHead);
  SUMARIO_TAG(HEADER, kHeader);
  SUMARIO_TAG(HR, kHr);
  SUMARIO_TAG(HTML, kHtml);
  SUMARIO_TAG(I, kI);
  SUMARIO_TAG(IFRAME, kIframe);
  SUMARIO_TAG(IMG, kImg);
  SUMARIO_TAG(INPUT, kInput);
  SUMARIO_TAG(INS, kIns);
  SUMARIO_TAG(KBD, kKbd);
  SUMARIO_TAG(LABEL, kLabel);
  SUMARIO_TAG(LEGEND, kLegend);
  SUMARIO_TAG(LI, kLi);
  SUMARIO_TAG(LINK, kLink);
  SUMARIO_TAG(MAIN, kMain);
  SUMARIO_TAG(MAP, kMap);
  SUMARIO_TAG(MARK, kMark);
  SUMARIO_TAG(MATH, kMath);
  SUMARIO_TAG(MENU, kMenu);
  SUMARIO_TAG(META, kMeta);
  SUMARIO_TAG(NAV, kNav);
  SUMARIO_TAG(NOBR, kNobr);
  SUMARIO_TAG(NOSCRIPT, kNoscript);
  SUMARIO_TAG(OBJECT, kObject);
  SUMARIO_TAG(OL, kOl);
  SUMARIO_TAG(OPTGROUP, kOptgroup);
  SUMARIO_TAG(OPTION, kOption);
  SUMARIO_TAG(P, kP);
  SUMARIO_TAG(PICTURE, kPicture);
  SUMARIO_TAG(PRE, kPre);
  SUMARIO_TAG(PROGRESS, kProgress);
  SUMARIO_TAG(Q, kQ);
  SUMARIO_TAG(S, kS);
  SUMARIO_TAG(SCRIPT, kScript);
  SUMARIO_TAG(SECTION, kSection);
  SUMARIO_TAG(SELECT, kSelect);
  SUMARIO_TAG(SMALL, kSmall);
  SUMARIO_TAG(SOURCE, kSource);
  SUMARIO_TAG(SPAN, kSpan);
  SUMARIO_TAG(STRONG, kStrong);
  SUMARIO_TAG(STYLE, kStyle);
  SUMARIO_TAG(SUB, kSub);
  SUMARIO_TAG(SUMMARY, kSummary);
  SUMARIO_TAG(SUP, kSup);
  SUMARIO_TAG(SVG, kSvg);
  SUMARIO_TAG(TABLE, kTable);
  SUMARIO_TAG(TBODY, kTbody);
  SUMARIO_TAG(TD, kTd);
  SUMARIO_TAG(TEMPLATE, kTemplate);
  SUMARIO_TAG(TEXTAREA, kTextarea);
  SUMARIO_TAG(TFOOT, kTfoot);
  SUMARIO_TAG(TH, kTh);
  SUMARIO_TAG(THEAD, kThead);
  SUMARIO_TAG(TIME, kTime);
  SUMARIO_TAG(TITLE, kTitle);
  SUMARIO_TAG(TR, kTr);
  SUMARIO_TAG(U, kU);
  SUMARIO_TAG(UL, kUl);
  SUMARIO_TAG(VAR, kVar);
  SUMARIO_TAG(VIDEO, kVideo);
  SUMARIO_TAG(WBR, kWbr);
#undef SUMARIO_TAG
  return table;
}

Tag tag_of(const lxb_dom_node_t& node) {
  static const std::array<Tag, LXB_TAG__LAST_ENTRY> table = tag_table();
  return node.local_name < table.size() ? table.at(node.local_name) : Tag::kUnknown;
}

std::string_view view(const lxb_char_t* bytes, size_t length) {
  return bytes ? std::string_view(reinterpret_cast<const char*>(bytes), length) : std::string_view();
}

constexpr size_t kRootTags = 8;
constexpr size_t kPiece = size_t{64} << 10;

// lexbor keeps each name it meets in hash tables of a fixed size, which long chains make slow.
size_t different_names(const lxb_html_tokenizer_t& tokenizer) {
  size_t count = 0;
  for (const lexbor_hash_t* names : {tokenizer.tags, tokenizer.attrs}) {
    if (names) count += lexbor_dobject_allocated(names->entries);
  }
  return count;
}

// What stands between the tokenizer and the tree builder, to hold the tree to its limits.
struct Gate {
  lxb_html_tree_t* tree = nullptr;
  size_t created = 0;  // elements, those that broken formatting opens again included
  size_t roots = 0;    // tags of <html> and <body>, whose attributes are all put on the one element
  bool too_many = false;
};

// Elements whose content is not markup: the builder must see their tags to switch the tokenizer.
bool is_raw_text(lxb_tag_id_t tag) {
  return tag == LXB_TAG_SCRIPT || tag == LXB_TAG_STYLE || tag == LXB_TAG_TITLE || tag == LXB_TAG_TEXTAREA ||
         tag == LXB_TAG_IFRAME || tag == LXB_TAG_NOFRAMES || tag == LXB_TAG_NOEMBED || tag == LXB_TAG_XMP;
}

bool opens_element(const lxb_html_token_t& token) {
  return (token.type & LXB_HTML_TOKEN_TYPE_CLOSE) == 0 && token.tag_id != LXB_TAG__TEXT &&
         token.tag_id != LXB_TAG__EM_COMMENT && token.tag_id != LXB_TAG__EM_DOCTYPE &&
         token.tag_id != LXB_TAG__END_OF_FILE;
}

// The tree builder looks for each attribute among those its element has.
void cut_attributes(Gate& gate, lxb_html_token_t& token) {
  bool root = token.tag_id == LXB_TAG_HTML || token.tag_id == LXB_TAG_BODY;
  if (root && ++gate.roots > kRootTags) token.attr_first = token.attr_last = nullptr;
  size_t count = 0;
  for (lxb_html_token_attr_t* attr = token.attr_first; attr; attr = attr->next) {
    if (++count < kAttributeLimit) continue;
    attr->next = nullptr;
    token.attr_last = attr;
  }
}

lxb_html_token_t* pass(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* context) {
  Gate& gate = *static_cast<Gate*>(context);
  size_t depth = gate.tree->open_elements->length;
  if (depth >= kDepthLimit && opens_element(*token) && !is_raw_text(token->tag_id)) return token;
  if (token->attr_first) cut_attributes(gate, *token);
  while (!lxb_html_tree_construction_dispatcher(gate.tree, token)) {
  }
  size_t now = gate.tree->open_elements->length;
  gate.created += 1 + (now > depth ? now - depth : 0);
  gate.too_many = gate.too_many || gate.created > kNodeLimit;
  if (gate.tree->status == LXB_STATUS_OK && !gate.too_many) return token;
  tokenizer->status = gate.tree->status;
  if (gate.too_many) tokenizer->status = LXB_STATUS_ERROR_OVERFLOW;
  return nullptr;
}

}  // namespace

struct HtmlTree::Memory {
  lxb_html_parser_t* parser = nullptr;
  lxb_html_document_t* document = nullptr;

  Memory() = default;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory() {
    if (document) lxb_html_document_destroy(document);
    if (parser) lxb_html_parser_destroy(parser);
  }
};

HtmlTree::HtmlTree() : memory_(std::make_unique<Memory>()) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

Result<HtmlTree> HtmlTree::parse(std::string_view html, std::string_view name) {
  HtmlTree tree;
  Memory& memory = *tree.memory_;
  memory.parser = lxb_html_parser_create();
  if (lxb_html_parser_init(memory.parser) != LXB_STATUS_OK) throw std::bad_alloc();
  Gate gate{memory.parser->tree};
  lxb_html_tokenizer_callback_token_done_set(memory.parser->tkz, pass, &gate);
  memory.document = lxb_html_parse_chunk_begin(memory.parser);
  if (!memory.document) throw std::bad_alloc();
  lxb_status_t status = LXB_STATUS_OK;
  while (!html.empty() && status == LXB_STATUS_OK && !gate.too_many) {
    std::string_view piece = html.substr(0, kPiece);
    status =
        lxb_html_parse_chunk_process(memory.parser, reinterpret_cast<const lxb_char_t*>(piece.data()), piece.size());
    html.remove_prefix(piece.size());
    gate.too_many = gate.too_many || different_names(*memory.parser->tkz) > kNameLimit;
  }
  if (status == LXB_STATUS_OK) status = lxb_html_parse_chunk_end(memory.parser);
  if (gate.too_many) {
    return fail(ErrorCode::kTooLarge,
                fmt::format("{}: a page of more than {} elements or {} names", name, kNodeLimit, kNameLimit));
  }
  if (status != LXB_STATUS_OK) return fail(ErrorCode::kDamaged, fmt::format("{}: the page cannot be parsed", name));

  lxb_dom_node_t* root = lxb_dom_interface_node(lxb_dom_document_element(lxb_dom_interface_document(memory.document)));
  if (!root) return fail(ErrorCode::kDamaged, fmt::format("{}: an empty page", name));
  tree.flatten(root);
  return tree;
}

// Walks the parser's tree without recursion: down, then aside, then up, where subtrees end.
void HtmlTree::flatten(const void* document_element) {
  const auto* root = static_cast<const lxb_dom_node_t*>(document_element);
  uint32_t open = 0;  // index of the innermost element that is still open
  for (const lxb_dom_node_t* at = root; at;) {
    bool is_element = at->type == LXB_DOM_NODE_TYPE_ELEMENT;
    bool kept = is_element || at->type == LXB_DOM_NODE_TYPE_TEXT;
    auto index = static_cast<uint32_t>(nodes_.size());
    if (kept) add(at, open);
    if (is_element && at->first_child) {
      open = index;
      at = at->first_child;
      continue;
    }
    while (at != root && !at->next) {
      at = at->parent;
      nodes_[open].end = static_cast<uint32_t>(nodes_.size());
      open = nodes_[open].parent;
    }
    at = at == root ? nullptr : at->next;
  }
}

void HtmlTree::add(const void* dom_node, uint32_t parent) {
  const auto* from = static_cast<const lxb_dom_node_t*>(dom_node);
  HtmlNode node;
  node.parent = parent;
  node.end = static_cast<uint32_t>(nodes_.size() + 1);
  node.first_attribute = static_cast<uint32_t>(attributes_.size());
  if (from->type == LXB_DOM_NODE_TYPE_TEXT) {
    const lexbor_str_t& data = reinterpret_cast<const lxb_dom_character_data_t*>(from)->data;
    node.tag = Tag::kText;
    node.text = view(data.data, data.length);
  } else {
    node.tag = tag_of(*from);
    auto* element = reinterpret_cast<lxb_dom_element_t*>(const_cast<lxb_dom_node_t*>(from));
    size_t length = 0;
    const lxb_char_t* name = lxb_dom_element_local_name(element, &length);
    node.text = view(name, length);
    for (lxb_dom_attr_t* attr = lxb_dom_element_first_attribute(element); attr;
         attr = lxb_dom_element_next_attribute(attr)) {
      size_t name_length = 0, value_length = 0;
      const lxb_char_t* attr_name = lxb_dom_attr_local_name(attr, &name_length);
      const lxb_char_t* value = lxb_dom_attr_value(attr, &value_length);
      attributes_.push_back({view(attr_name, name_length), view(value, value_length)});
    }
    node.attribute_count = static_cast<uint32_t>(attributes_.size()) - node.first_attribute;
  }
  nodes_.push_back(node);
}

std::optional<std::string_view> HtmlTree::attribute(const HtmlNode& node, std::string_view name) const {
  for (const HtmlAttribute& attribute : attributes(node)) {
    if (attribute.name == name) return attribute.value;
  }
  return std::nullopt;
}

}  // namespace sumario::page
