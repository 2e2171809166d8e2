package identify

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/text"
)

// traditions are invented names of ten naming traditions, most of them on no
// list.
var traditions = map[string]string{
	"South Asian":        "Vishwajeet Thirunavukkarasu, Prabhleen Randhawa, Ishvari Deshmukhani, Zubaida Qureshani, Tejaswini Bhargavan, Lakhwinder Sohalpur, Charumati Vaidyanath, Nizamuddin Sheikhani, Kalpavriksha Pednekar, Gurnaam Dhaliwar",
	"Chinese":            "Xiuying Ouyang, Zhenhai Qiu, Guanlin Fei, Yuchen Shangguan, Jianguo Qin, Meihui Zhuo, Haoran Kuang, Siu-Wai Tse, Pui-Yee Fok, Lok-Hang Szeto",
	"Arabic":             "Abdelkarim El-Masri, Ghassan al-Tikriti, Suhaymah Bouazizi, Muntasir Haddadin, Umm-Kulthum Zarqawi, Fayrouz Khoury, Tawfiq Benkirane, Hayfa al-Qasimi, Izzeddin Boutros, Wijdan Shamsuddin",
	"West African":       "Ikechukwu Anyanwu, Oluwafunmilayo Akintola, Onyinyechi Ezeugo, Kwadwo Amponsah, Mamadou Diallo, Aminata Coulibaly, Seyitan Ajibola, Ebunoluwa Fagbenle, Nkiruka Udemba, Yaa-Asantewaa Darko",
	"Polish":             "Przemyslaw Brzezicki, Bogumila Szczepanska, Wieslawa Krzywonos, Zdzislaw Pietraszko, Genowefa Mlynarczyk, Kazimiera Drzewiecka, Slawomir Grzesiak, Bronislawa Wrobel, Ryszard Chmielowski, Miroslawa Zawadzka",
	"Irish":              "Caoilfhionn Ní Dhomhnaill, Fionnghuala Mac Giolla, Ruadhán Ó Súilleabháin, Muireann de Búrca, Lasairfhíona O'Shaughnessey, Conchobhar McInerny, Dáithí Ó hUiginn, Bláthnaid McGettigan, Seosamh Breathnach, Sadhbh Nic Aodha",
	"Hispanic":           "Xóchitl Huerta-Salinas, Itzel Barrientos, Guillermina del Olmo, Casimiro Etxeberria, Nereida Colmenares, Leoncio Zubizarreta, Araceli de la Peña, Evaristo Montelongo, Maribel Arrequin, Hermenegildo Cienfuegos",
	"Māori and Pacific":  "Tūmanako Te Whaiti, Rangimārie Paewai, Ngāhuia Tawhara, Hineteariki Waaka, Fa'asavalu Tuiasosopo, Lupe Fa'amausili, Sosefina Vunipolo, Mānaia Pōmare, Talanoa Havili, Kereama Ruatapu",
	"Jewish":             "Shulamit Abramovitz, Yehoshua Finkelshteyn, Tzvika Ben-Ami, Bracha Lichtenshtein, Zelda Perlmutter, Elimelech Rokeach, Nechama Gruenwald, Hadassah Zilberman, Pinchas Eisenbach, Freydl Tannenbaum",
	"Vietnamese, Korean": "Thuyduong Nghiem, Ngocanh Truong, Khanhvy Doan, Quocbao Luu, Baekhyeon Ahn, Seo-yeon Gwak, Eun-kyung Seok, Dae-jung Pyo, Hyun-woo Namgung, Bichhang Quach",
}

// slots are where names stand; %s is the whole name, %[2]s the last word, %[3]s
// the first, %[4]s the first two parts run together.
var slots = []struct{ name, format string }{
	{"patient", "We are so pleased that our patient %[1]s went home on Friday."},
	{"title", "Lovely to hear that Mrs %[2]s's results are back."},
	{"named", "A lady named %[1]s came in with chest pain."},
	{"age", "%[1]s, 62, went home after her hip operation."},
	{"greeting", "Hi %[3]s, we're sorry about your visit."},
	{"thanks", "Well done to %[1]s, who rang the bell today!"},
	{"possessive", "Today %[1]s's surgery went well."},
	{"hashtag", "Keep going #PrayFor%[4]s"},
}

func TestTraditions(t *testing.T) {
	forms := map[string]func(string) string{"plain": func(s string) string { return s }, "lower": strings.ToLower, "upper": strings.ToUpper}
	counts := map[string]int{}
	for tradition, list := range traditions {
		for name := range strings.SplitSeq(list, ", ") {
			parts := strings.Fields(name)
			for _, slot := range slots {
				raw := fmt.Sprintf(slot.format, name, parts[len(parts)-1], parts[0], strings.NewReplacer("-", "", "'", "").Replace(parts[0]))
				for form, change := range forms {
					if hit(change(raw), change(parts[len(parts)-1])) || (slot.name == "greeting" || slot.name == "hashtag") && hit(change(raw), change(strings.NewReplacer("-", "", "'", "").Replace(parts[0]))) || slot.name == "greeting" && hit(change(raw), change(parts[0])) {
						counts[tradition+" "+form]++
						counts[slot.name+" "+form]++
					} else if os.Getenv("MISSES") != "" {
						t.Logf("%s: %s", form, change(raw))
					}
				}
			}
		}
	}
	for form := range forms {
		worst, best := 1000, 0
		for tradition := range traditions {
			n := counts[tradition+" "+form]
			t.Logf("%-6s %-20s %d of %d", form, tradition, n, 10*len(slots))
			worst, best = min(worst, n), max(best, n)
		}
		for _, slot := range slots {
			t.Logf("%-6s %-20s %d of %d", form, slot.name, counts[slot.name+" "+form], 10*len(traditions))
		}
		if best-worst > len(slots) { // a tenth
			t.Errorf("%s: from %d to %d of %d names found", form, worst, best, 10*len(slots))
		}
	}
}

// hit reports whether some entity for names covers the stretch name of raw.
func hit(raw, name string) bool {
	at := strings.LastIndex(raw, name)
	for _, e := range Find(text.NewCutter(nil).Cut(raw), nil, nil) {
		if e.Kind >= personName && int(e.Start) <= at && at+len(name) <= int(e.Stop) {
			return true
		}
	}
	return false
}
