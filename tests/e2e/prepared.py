# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice round as far as a committee has come, made by shinsactl.

    made = Prepared(folder, 'ja').in_paper_review()
    made.data                 # to be the XDG_DATA_HOME of a program
    made.at_the_meeting()     # the same round, some days later
"""

import os
import subprocess

SHINSACTL = os.environ.get('SHINSACTL', 'shinsactl')
APPLICATIONS = ['hokkaido-prime', 'tsuruoka', 'nagaoka', 'tokai', 'fukuoka']
REQUIREMENTS = ['strength', 'network_organisation', 'members_and_key_persons', 'vision_and_plan',
                'indicators', 'data_sharing']
# Levels of the member whose computer this is, in the order of the requirements.
LEVELS = {
    'hokkaido-prime': '332332',
    'tsuruoka': '233433',
    'nagaoka': '323332',
    'tokai': '232221',
    'fukuoka': '343332',
}
AFTER_INTERVIEW = '332432'
OVERALL = {'hokkaido-prime': '3', 'tsuruoka': '4', 'nagaoka': '3', 'tokai': '2', 'fukuoka': '3'}

WORDS = {
    'en': {
        'low': 'The path from research to a market is not described yet.',
        'low_strength': 'Compared with the world only in words; figures for two of the four fields '
                        'are missing.',
        'strong': 'Nationally the densest group of start-ups from one research institute.',
        'weak': 'People who understand both fields are few.',
        'questions': ['Who leads the ties between the organisations, and how often do they meet?',
                      'Which figures support the target for investment in 2030?',
                      'How are data shared with organisations that join later?'],
        'answer': 'A board of nine meets every month; the city keeps the minutes.',
        'private': 'Ask again about the ties between the fields.',
        'notes': [('question', 'Who decides which data are shared?'),
                  ('answer', 'The network organisation, by rules published in April.')],
        'clear': 'The ties between the fields are on paper; a plan with dates follows in a month.',
        'revision': 'The answers in the interview made the plan clear.',
    },
    'ja': {
        'low': '研究から市場までの道筋がまだ述べられていない。',
        'low_strength': '世界との比較が言葉だけで、四つの分野のうち二つは数値がない。',
        'strong': '一つの研究所から生まれた企業の集まりとしては国内で最も厚い。',
        'weak': '両方の分野が分かる人材が少ない。',
        'questions': ['機関どうしの横の連携は、どなたが、どのくらいの頻度で調整していますか。',
                      '2030年の投資額の目標は、どの数値に基づいていますか。',
                      '後から加わる機関とのデータ連携は、どのように進めますか。'],
        'answer': '九名の運営会議を毎月開き、議事録は市が管理しています。',
        'private': '分野間の連携をもう一度確認する。',
        'notes': [('question', 'どのデータを共有するかは誰が決めるのか。'),
                  ('answer', '4月に公表した規約により、ネットワーク機関が決める。')],
        'clear': '分野間の連携は計画上のものであり、日程を付した計画が1か月以内に提出される。',
        'revision': '面接での回答により、計画が明確になった。',
    },
}


class Prepared:
    """A store in a folder of its own, with the words of one language."""

    def __init__(self, folder, language):
        self.data = folder / 'data'
        self.words = WORDS[language]
        self.environment = {**os.environ, 'HOME': str(folder), 'XDG_DATA_HOME': str(self.data)}
        self.practice = self.data / 'shinsa' / 'practice'
        (self.data / 'shinsa').mkdir(mode=0o700, parents=True)
        self.ctl('round', 'practice', self.practice)

    def ctl(self, *words, who=None):
        """Runs one command of shinsactl, as the member whose computer this is or as another."""
        command = [SHINSACTL, *(['--as', who] if who else []), *map(str, words)]
        result = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, check=True)
        return result.stdout.decode()

    def desk(self, *words):
        return self.ctl(*words, who='desk')

    def in_paper_review(self):
        """One application submitted, one half scored, one whose interests wait."""
        self._review('hokkaido-prime')
        for application in ('tsuruoka', 'nagaoka', 'tokai'):
            self.ctl('interest', 'declare', application, 'none')
        self._score('tsuruoka', LEVELS['tsuruoka'][:4])
        self.ctl('score', 'set', 'tsuruoka', 'strength', '2',
                 f'--reason={self.words["low_strength"]}',
                 f'--evidence={self._document("tsuruoka")}:1')
        return self

    def at_the_meeting(self):
        """Everything is in, one interview is over, two outcomes are provisional."""
        self._score('tsuruoka', LEVELS['tsuruoka'])
        for question in self.words['questions']:
            self.ctl('question', 'add', 'tsuruoka', question)
        self._finish('tsuruoka')
        for application in ('nagaoka', 'tokai', 'fukuoka'):
            self._review(application)
        self.desk('packet', 'read', *self._packets(1))
        self.desk('phase', 'close', 'paper')
        self.desk('packet', 'read', *self._packets(2))
        for member in ('chair', 'deputy', 'a', 'b', 'c'):
            self.desk('attendance', 'set', member, 'in_room')
        self.desk('attendance', 'set', 'd', 'web')
        self.desk('phase', 'open', 'interview')
        self._interview('hokkaido-prime')
        self.desk('decision', 'propose', 'hokkaido-prime', 'certified')
        self.desk('decision', 'propose', 'tsuruoka', 'certified')
        return self

    def _document(self, application):
        """The hash by which the first document of an application is named."""
        rows = self.desk('document', 'list').splitlines()
        return next(row.split()[1] for row in rows if row.startswith(application))

    def _packets(self, number):
        return sorted(next(self.practice.glob(f'{number}*')).iterdir())

    def _score(self, application, levels, *options):
        for code, level in zip(REQUIREMENTS, levels):
            reason = [f'--reason={self.words["low"]}'] if level < '3' else []
            self.ctl('score', 'set', application, code, level, *reason, *options)

    def _finish(self, application, *options):
        self.ctl('overall', 'set', application, OVERALL[application], *options,
                 f'--strong={self.words["strong"]}', f'--weak={self.words["weak"]}')
        phase = [option for option in options if option.startswith('--phase')]
        self.ctl('growth', 'set', application, 'yes', *phase)
        self.ctl('review', 'submit', application, *phase)

    def _review(self, application):
        self.ctl('interest', 'declare', application, 'none')
        self._score(application, LEVELS[application])
        self._finish(application)

    def _interview(self, application):
        self.desk('interview', 'start', application)
        for mark, text in self.words['notes']:
            self.desk('note', 'add', application, text, f'--mark={mark}')
        self.ctl('note', 'add', application, self.words['private'])
        self.desk('interview', 'stop', application)
        self.desk('interview', 'close', application, f'--text={self.words["clear"]}')
        self._score(application, AFTER_INTERVIEW, '--phase=interview')
        self._finish(application, '--phase=interview', f'--revision={self.words["revision"]}')
