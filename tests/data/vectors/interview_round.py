# SPDX-License-Identifier: GPL-3.0-or-later
"""A round with interviews, up to its decision record.

North: a segment is extended, Member A is out for a while, the desk puts right what B and the chair
heard. B confirms unchanged, the chair and A revise; A's revision is held until the chair admits
it, which overtakes a first confirmation, and a second one is overtaken when the desk doubts for a
moment that the chair heard everything. South: without the recused chair, stopped and resumed,
closed twice, with a revision by B that nobody admits. East was not interviewed. The deputy gives
north a level that is not on the scale, which has no effect, and points at a page of south for it,
which changes nothing about the levels. When both outcomes are confirmed, the deputy changes levels
of north on a laptop that has not heard of it.
"""

import copy

import record_round

import canonical

DOCUMENTS = {application: canonical.digest(f'plan of {application}'.encode())
             for application in ('north', 'south')}
SEGMENTS = (('presentation', 20), ('questions', 15))


def definition():
    found = copy.deepcopy(record_round.definition())
    found['round'].update(id='interviews', title={'en': 'Interviews (practice)',
                                                  'ja': '面接審査（練習用）'})
    found['rules']['interview']['segments'] = [
        {'code': code, 'minutes': minutes, 'name': {'en': code.capitalize(), 'ja': None}}
        for code, minutes in SEGMENTS]
    return found


def record(story, application, event, /, **more):
    """What an event does not speak of is empty."""
    body = {'application': application, 'event': event, 'heard': '', 'instructed_by': '',
            'member': '', 'minutes': 0, 'segment': '', 'text': ''}
    story.act('interview.record', **{**body, **more})


def attend(story, application, member, state):
    story.act('attendance.set', application=application, member=member, state=state)


def review(story, member, application, *levels, **more):
    digest = record_round.review(story, member, application, *levels, **more)
    story.receive(member)
    return digest


def add_documents(story):
    for application, document in DOCUMENTS.items():
        story.act('document.set', application=application, document=document,
                  media_type='application/pdf', name='plan.pdf', reason='', size=14, used=True)


def page_of(application):
    return {'document': DOCUMENTS[application], 'page': 3, 'quote': ''}


def review_paper(story):
    story.act('phase.open', application=None, phase='paper', reason='')
    for member in story.feeds:
        review(story, member, 'north', 3, 2)
        if member != 'chair':
            review(story, member, 'south', 3, 3)
    story.act('phase.close', application=None, phase='paper', reason='')
    story.act('phase.open', application=None, phase='interview', reason='')


def interview_north(story):
    """Returns the revision that waits to be admitted."""
    for member, state in (('chair', 'in_room'), ('deputy', 'web'), ('a', 'in_room'),
                          ('b', 'in_room')):
        attend(story, None, member, state)
    record(story, 'north', 'start', segment='presentation')
    record(story, 'north', 'extend', minutes=2, instructed_by='chair')
    attend(story, 'north', 'a', 'out')
    record(story, 'north', 'next', segment='questions')
    attend(story, 'north', 'a', 'in_room')
    record(story, 'north', 'stop')
    record(story, 'north', 'heard', member='b', heard='none')
    record(story, 'north', 'heard', member='b', heard='part')
    record(story, 'north', 'close', text='担当は県である。')
    review(story, 'chair', 'north', 3, 3, phase='interview', revision='説明により補われた。')
    review(story, 'b', 'north', 3, 2, phase='interview')
    revision = review(story, 'a', 'north', 4, 3, phase='interview',
                      revision='質疑により補われた。')
    review(story, 'deputy', 'north', 3, 9, phase='interview', evidence=[page_of('north')])
    story.not_applied.append('refused review.submit invalid')
    review(story, 'deputy', 'north', 3, 2, phase='interview', evidence=[page_of('south')])
    return revision


def interview_south(story):
    attend(story, 'south', 'chair', 'out_for_interest')
    record(story, 'south', 'start', segment='presentation')
    record(story, 'south', 'stop')
    record(story, 'south', 'start', segment='questions')
    record(story, 'south', 'close', text='費用の内訳が示された。')
    record(story, 'south', 'close', text='費用の内訳と時期が示された。')
    record(story, 'south', 'heard', member='b', heard='none')
    review(story, 'b', 'south', 4, 4, phase='interview', revision='説明により補われた。')


def decide(story, revision):
    proposal = story.propose('north', 'registered', 'chair')
    story.confirm('chair', 'north', 'registered', proposal)
    story.act('submission.admit', application='north', instructed_by='chair',
              reason='質疑は聴いていた。', submission=revision)
    story.receive('chair')
    proposal = story.propose('north', 'registered', 'chair', '担当は定まったが、実績を待つ。')
    story.confirm('chair', 'north', 'registered', proposal)
    record(story, 'north', 'heard', member='chair', heard='part')
    story.receive('chair')
    record(story, 'north', 'heard', member='chair', heard='whole')
    proposal = story.propose('north', 'registered', 'chair', '担当は定まったが、実績を待つ。')
    # Two presses of a button: the second one comes too late.
    story.confirm('chair', 'north', 'registered', proposal)
    story.confirm('chair', 'north', 'registered', proposal)
    for newest in (1, 0):
        chair = story.feeds['chair']
        story.desk.receive(chair, len(chair.headers) - newest, story.now())
    proposal = story.propose('south', 'certified', 'deputy')
    story.confirm('deputy', 'south', 'certified', proposal)
    story.receive('deputy')
    review(story, 'deputy', 'north', 1, 1, phase='interview', revision='考えが変わった。')


def tell():
    story = record_round.Story('interviews')
    record_round.prepare(story, definition())
    record_round.declare(story)
    add_documents(story)
    review_paper(story)
    revision = interview_north(story)
    interview_south(story)
    decide(story, revision)
    return story
