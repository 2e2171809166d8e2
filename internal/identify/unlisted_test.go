package identify

import (
	"strings"
	"testing"

	"github.com/postvet/postvet/internal/text"
)

// unlisted are invented names of ten naming traditions, twenty each, family
// name last; no part longer than three letters is on any list.
var unlisted = map[string]string{
	"South Asian": "Thilaganathan Veerabhadra, Jaspinderjeet Kangzang, Ullasini Hegdekatte, Barkatullah Noonari, Charvangi Deshpremi, Sukhmandeep Grevali, " +
		"Vaidehika Ponnurangan, Mehrunissah Lodhran, Nandakishor Ambalkudi, Gulbadanu Talpuri, Ishmeetpal Bhangalia, Yashodharani Wickremagoda, Rukmavathi Senaviratna, " +
		"Tahmeedul Chowdhri, Kunjalata Barooha, Debopriyo Mukhotadhyay, Arunthathi Selvanesan, Harbhajandeep Multanwal, Zeenathul Kuttippuram, Omprakashan Vettikadu",
	"Chinese": "Xueqing Ouyangshi, Zhuoran Duanmu, Tingting Xianyu, Weiqiang Chunyu, Yuxuanni Gongsun, Kaiwen Zhuge, Ruolan Linghu, Mengyao Shuangzi, Jiahui Tantai, " +
		"Haoyu Zongzheng, Peishan Huangfu, Zixin Yuwenshi, Qiaoling Helian, Shuyuan Murongji, Bowyan Puyang, Yingying Zhongli, Chenguang Wanqi, Xinlei Taishu, Lihua Xiahou, Guozhen Diwu",
	"Arabic": "Abdulmuhaymin Alzubaydi, Rimasah Qudsiyeh, Izzuldin Bukhamseen, Jumanaht Ghazzawi, Thurayyah Sabbaghin, Munthirah Zoghbi, Ruqayyahla Hawrani, Fawwazeh Tlemcani, " +
		"Ghaydaah Bensaoula, Khuzaymah Alrawashdeh, Nusaybeh Darwazeh, Sulaymanu Qabbani, Shahrazadeh Bouhafs, Layaneh Khatibi, Muhannadh Alqattan, Wisamuddin Ladgham, " +
		"Hudhayfah Merzougui, Aydahla Shishakli, Rashidah-Nur Zaydani, Yaqdhan Obeidat",
	"West African": "Oluwaferanmi Adegbenro, Chukwuemerie Nwachinemelu, Kwabenaa Asantewah, Ngozichika Okwuosa, Mamadoou Sidibeh, Aissatouh Ndiayeh, Temiloluwani Oyewumi, " +
		"Ifeanyichi Ezenwaka, Adwoaba Oforiwaa, Ebrimah Ceesayo, Folasadeni Akinyelure, Obiageliya Nnamdichi, Kofijo Agyekumhene, Fatoumatah Kouyateh, Bolanleni Ogunsheye, " +
		"Uchechukwuma Onwuachi, Efuaba Quansahene, Sekouba Tounkara, Yewandeola Fapohunda, Chidubemi Anyaegbu",
	"Polish": "Zdzislawka Brzeczyk, Wlodzimiera Szczurek, Przemko Chrzaszcz, Gniewomir Wierzbowicz, Bozydara Krzyzanek, Mscislaw Pszczolka, Swietoslawa Dziedziczak, " +
		"Jaromira Trzebinska, Radoslawek Grzegorzek, Zbyslawa Wszeborski, Wincentyna Strzelbicka, Lubomirek Szymbarski, Czeslawek Mrozkowiak, Dobrochna Zielonkiewicz, " +
		"Kordulia Piotrowczyk, Bartlomieja Gwizdala, Stanislawka Rzepczynska, Ziemowita Ksiazkiewicz, Hieronimka Wojtaszczyk, Ludwiczka Brzostowska",
	"Irish": "Caoimhghin Mac Suibhneach, Fionnbharra Ó Dubhghaill, Sorchanna Ní Chonchubhair, Donnchadha Mac Giollabhain, Ríoghnach Ní Mhurchadha, Feidhlimidh Ó Raghallaigh, " +
		"Aoibheannach de Barrach, Toirdhealbhach Mac Lochlainnigh, Gobnaitín Ní Shúilleabhánach, Maolsheachlann Ó Gallchobhair, Daimhín Breathnachan, Éilisíne Nic Dhonnchadhan, " +
		"Colmcillin Ó Maolmhuaidh, Bébhinne Ní Fhlathartaigh, Séaghdha Ó Cinnéidigh, Muirgheal Nic Craithin, Lochlainne Ó Cathasaigh, Ailbheach Mac Oireachtaigh, Dairíne Ní Bhraonáin, Tiarnánach Ó Loingsigh",
	"Hispanic": "Xiomaritza Etxandi, Citlalmina Huehuetoca, Eleuteria Zorrozua, Wenceslada Montezinos, Nayelita Quiroguez, Itzamary Balderramos, Godofredo Iturriagez, " +
		"Yolotzina Cuauhtenco, Hermelinda Arrechavaleta, Anacleto Basterrechea, Zeferina Olavarriaga, Idelfonza Guevarez, Eustolia Xicohtencatl, Reinerio Urrutikoetxea, Amapolita Cienfueguez, " +
		"Calixtra Tlatelpas, Maclovia Zubirieta, Dagoberta Echeandi, Teodosita Villaescuza, Fermincho Goikolea",
	"Māori and Pacific": "Rangiātea Whatanui, Te Ahorangi Paraonei, Hinemoana Tūwharetoi, Tamahou Ngātaierua, Kahurangia Pōtikiwai, Wharepapa Rēweti, Aotearangi Mātāmua, Fetuilelagi Leavasa, " +
		"Siaosifa Tauiliili, Losaline Fifitaha-Moalani, Sāmoana Tuimavave, Vainetutai Ngatokorua, Kalolaineta Fonokalafi, Tevitaleni Taumoepeau, Ulukalala Havealeta, Mereseini Vakacegu, Ratuvili Nacagilevu, " +
		"Tāwhirimatea Kōkiri, Hekenukumai Ruawhare, Fa'alataitaua Leiataualesa",
	"Jewish": "Yocheveda Feuerlicht, Menachemyah Rabinowicz-Adlersht, Tzipporahle Shneersohn, Elchonon Zylberstejn, Freidkeh Wajnsztok, Avrohomel Lichtensztajn, Gittelah Mandelcwajg, " +
		"Shmaryahu Bialostotzky, Chayale Kirszenbaum, Pesachyah Horowyc, Rochele Grynszpan, Nissimel Abuhatzeira, Raizelah Ejzensztadt, Betzalelu Teumimi, Zisele Rozencwajg, Mordkhele Szapirow, " +
		"Yentele Goldwasserin, Hillelah Ben-Porathi, Dvoiraleh Sztern, Yerachmielke Gurwicz",
	"Vietnamese, Korean": "Thanhtruc Nghiemla, Quynhhuong Lamvu, Bichngoc Tonthat, Hoangviet Trinhba, Diemkieu Vuthi, Kimngan Huynhho, Phuongthao Dangle, Minhtriet Caoba, Seung-yeon Gukjin, " +
		"Hae-ryung Seomun, Donghyeok Namgoongi, Yeon-joo Hwangbo, Ji-hwan Jegal, Eun-seo Sagong, Changryul Dokgo, Hyo-rin Seonuh, Byung-chul Pyeon, Trangnhung Doanle, Kieuoanh Macduy, Taek-gyu Takgo",
}

// forms are ways to write a name, with the posts they stand in; <full>, <first>
// and <last> are the name's parts.
var forms = []struct {
	name   string
	change func(string) string
	posts  []string
}{
	{"plain", asItIs, []string{
		"We're over the moon that <full> rang the bell on Friday.", "<full> left ICU after 41 days this afternoon.", "Hi <first>, we're so sorry about your wait.",
		"Well done to <full>, who is six weeks sober.", "Our patient <full> went home today.", "Mrs <last> missed her scan again.", "<full> (62) is back on Ward 3."}},
	{"lower", strings.ToLower, []string{
		"our patient <full> went home today", "hi <first>, sorry about your wait", "mrs <last> missed her scan again", "well done to <full> on six weeks sober",
		"a lady named <full> came in with chest pain", "her dad <full> is in for a bypass tomorrow"}},
	{"capitals", strings.ToUpper, []string{
		"OUR PATIENT <full> WENT HOME TODAY", "HI <first>, SORRY ABOUT YOUR WAIT", "MRS <last> MISSED HER SCAN AGAIN", "WELL DONE TO <full> ON SIX WEEKS SOBER",
		"A LADY NAMED <full> CAME IN WITH CHEST PAIN", "HER DAD <full> IS IN FOR A BYPASS TOMORROW"}},
	{"hashtag", oneWord, []string{
		"One more round to go #PrayFor<first>", "What a fighter #Team<first>", "#JusticeFor<first> and every family like hers", "Home at last! #<first>Strong"}},
	{"possessive", asItIs, []string{
		"We had a call about <full>'s biopsy today.", "<last>'s results are back and all clear.", "Mr <last>'s new hip is doing fine.", "So proud of <first>'s first steps this week."}},
}

func asItIs(s string) string { return s }

// oneWord drops what a hashtag can't hold.
func oneWord(s string) string { return strings.NewReplacer("-", "", "'", "", " ", "").Replace(s) }

// TestUnlisted holds recall on names that no list knows, by tradition and
// form: none may be more than a tenth behind another.
func TestUnlisted(t *testing.T) {
	for _, form := range forms {
		worst, best := 101.0, 0.0
		for tradition, list := range unlisted {
			hits, all := 0, 0
			for name := range strings.SplitSeq(list, ", ") {
				for _, post := range form.posts {
					all++
					if namedIn(post, name, form.change) {
						hits++
					} else {
						t.Logf("not found: %s", strings.NewReplacer("<full>", name).Replace(post))
					}
				}
			}
			rate := 100 * float64(hits) / float64(all)
			t.Logf("%-10s %-18s %5.1f %% of %d", form.name, tradition, rate, all)
			worst, best = min(worst, rate), max(best, rate)
		}
		if best-worst > 10 || worst < 80 {
			t.Errorf("%s: from %.1f to %.1f %% found", form.name, worst, best)
		}
	}
}

// namedIn reports whether the name is found where post holds it.
func namedIn(post, name string, change func(string) string) bool {
	first, rest, _ := strings.Cut(name, " ")
	parts := map[string]string{"<full>": name, "<first>": first, "<last>": rest}
	for mark, part := range parts {
		if before, after, ok := strings.Cut(post, mark); ok {
			part = change(part)
			return covered(before+part+after, len(before), len(before)+len(part))
		}
	}
	return false
}

// covered reports whether entities for names reach into bytes [from, to) of
// raw and over half of them.
func covered(raw string, from, to int) bool {
	for _, e := range Find(text.NewCutter(nil).Cut(raw), nil, nil) {
		if isPerson(e.Kind) && 2*(min(int(e.Stop), to)-max(int(e.Start), from)) > to-from {
			return true
		}
	}
	return false
}

func isPerson(k Kind) bool {
	return k == personName || k == givenName || k == nameShape || k == nameInitials
}

func TestUnlistedAreUnlisted(t *testing.T) {
	for tradition, list := range unlisted {
		names := strings.Split(list, ", ")
		if len(names) != 20 {
			t.Errorf("%s: %d names", tradition, len(names))
		}
		for _, e := range names {
			cut := text.NewCutter(nil).Cut(e)
			for i := range cut.Words {
				if _, known := nameList.find(cut.FoldBytes(i)); known && len(cut.FoldBytes(i)) > 3 {
					t.Errorf("%s: %s is listed", tradition, cut.Fold(i))
				}
			}
		}
	}
}
